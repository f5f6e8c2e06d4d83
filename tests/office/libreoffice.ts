import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MINUTES = 3;
const FORMATS = { xlsx: 'xlsx:Calc MS Excel 2007 XML', pdf: 'pdf' } as const;

/** Computes every formula on opening. Left to itself, LibreOffice trusts the values stored in the file. */
const ALWAYS_COMPUTE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Has LibreOffice open a file, compute it and save it in a format. Returns the saved file. */
export function convert(file: string, format: keyof typeof FORMATS, folder: string): string {
  // A profile of our own: another running LibreOffice would take the work over and not do it.
  const profile = join(folder, 'profile');
  if (!existsSync(profile)) {
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_COMPUTE);
  }
  const installation = `-env:UserInstallation=${pathToFileURL(profile)}`;
  run('soffice', ['--headless', installation, '--convert-to', FORMATS[format], '--outdir', folder, file]);
  return join(folder, `${basename(file, extname(file))}.${format}`);
}

/**
 * Has LibreOffice do with a workbook what people do: takes the protection off an area's tab, sorts the services by their
 * names, inserts a row among them with a service of one's own, copies the guide, and saves. Returns the saved file.
 */
export function edit(file: string, { tab, guide, status }: Edits, folder: string): string {
  const profile = join(folder, 'editing-profile');
  const installation = `-env:UserInstallation=${pathToFileURL(profile)}`;
  // A fresh profile writes its own list of macros over ours.
  run('soffice', ['--headless', installation, '--terminate_after_init']);
  const library = join(profile, 'user', 'basic', 'Standard');
  const list = join(library, 'script.xlb');
  const ours = '<library:element library:name="Edit"/></library:library>';
  writeFileSync(list, readFileSync(list, 'utf8').replace('</library:library>', ours));
  const saved = join(folder, `${basename(file, extname(file))}-edited.xlsx`);
  const [from, to] = [pathToFileURL(file).href, pathToFileURL(saved).href];
  writeFileSync(join(library, 'Edit.xba'), macro({ tab, guide, status, from, to }));
  run('soffice', ['--headless', installation, 'macro:///Standard.Edit.Main']);
  return saved;
}

export interface Edits {
  /** Names of the tab that is edited and of the one that is copied. */
  readonly tab: string;
  readonly guide: string;
  /** What is typed as the status of the new service. */
  readonly status: string;
}

/** Columns and rows count from 0 here. The hidden column of ids stays where it is, as when people sort what they see. */
function macro({ tab, guide, status, from, to }: Edits & { from: string; to: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("${from}", "_blank", 0, hidden())
  sheet = document.Sheets.getByName("${tab}")
  sheet.unprotect("")
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = 0
  field(0).IsAscending = False
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = field()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  sheet.getCellRangeByPosition(1, 5, 32, 22).sort(how())
  sheet.Rows.insertByIndex(9, 1)
  sheet.getCellByPosition(1, 9).String = "Venelaiturit"
  sheet.getCellByPosition(4, 9).String = "${status}"
  document.Sheets.copyByName("${guide}", "Kopio", 0)
  document.calculateAll()
  Dim xlsx(0) As New com.sun.star.beans.PropertyValue
  xlsx(0).Name = "FilterName"
  xlsx(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL("${to}", xlsx())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>`;
}

/** Draws every page of a PDF to a picture. Returns how many there are. */
export function drawPages(pdf: string, folder: string): number {
  run('pdftoppm', ['-r', '80', '-png', pdf, join(folder, 'page')]);
  return readdirSync(folder).filter(name => /^page-\d+\.png$/.test(name)).length;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: MINUTES * 60_000 });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
