import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
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

/** Draws every page of a PDF to a picture. Returns how many there are. */
export function drawPages(pdf: string, folder: string): number {
  run('pdftoppm', ['-r', '80', '-png', pdf, join(folder, 'page')]);
  return readdirSync(folder).filter(name => /^page-\d+\.png$/.test(name)).length;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: MINUTES * 60_000 });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
