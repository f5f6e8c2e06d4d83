import type { PageTexts } from '../src/http/page-texts.ts';
import { type Activity, field } from './activity.ts';
import { requestGrant } from './grant.ts';
import type { Language } from './language.ts';
import { elementOf } from './page-data.ts';
import type { Visit } from './visit.ts';

/** The control that brings a filled spreadsheet into the conversation; there while the workbook is in hand. */
export interface WorkbookUpload {
  readonly heard: (activity: Activity) => void;
}

export interface WorkbookUploadOptions {
  readonly page: Document;
  readonly language: Language;
  readonly visit: Visit;
  readonly fetch: typeof fetch;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createWorkbookUpload(options: WorkbookUploadOptions): WorkbookUpload {
  const { page, language } = options;
  const box = elementOf(page, 'upload');
  const button = elementOf(page, 'upload-send');
  let busy: 'reading' | undefined;
  button.addEventListener('click', () => {
    if (busy) return;
    const file = fileIn(page);
    if (typeof file === 'string') {
      tell(page, language.texts()[file]);
      return;
    }
    busy = 'reading';
    tell(page, language.texts().uploadReading);
    void send(options, file).then(said => {
      busy = undefined;
      tell(page, said.title, said.problems);
    });
  });
  return {
    heard: ({ type, name, value }) => {
      if (type !== 'event' || name !== 'assessment/progress') return;
      box.hidden = field(value, 'dialog') !== 'workbook';
    },
  };
}

/** The chosen file, or the text of why there is none to send: one too large is not sent for nothing. */
function fileIn(page: Document): File | 'uploadChoose' | 'uploadTooLarge' {
  const input = elementOf(page, 'upload-file');
  const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
  if (!file) return 'uploadChoose';
  return file.size > Number(input.dataset.mostBytes) ? 'uploadTooLarge' : file;
}

interface Told {
  readonly title: string;
  readonly problems?: readonly string[];
}

/** Sends the file with leave of its own, so that an expired one never stands in the way. */
async function send(options: WorkbookUploadOptions, file: File): Promise<Told> {
  const { fetch, visit, language } = options;
  const texts: PageTexts = language.texts();
  try {
    const { token } = await requestGrant({ fetch, visit, locale: language.current });
    const response = await fetch(`/api/workbook?lang=${language.current()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': XLSX },
      body: await file.arrayBuffer(),
    });
    if (response.ok) return { title: texts.uploadDone };
    const problems = problemsIn(await response.json());
    return problems.length > 0 ? { title: texts.uploadProblems, problems } : { title: texts.uploadFailed };
  } catch {
    return { title: texts.uploadFailed };
  }
}

function problemsIn(body: unknown): string[] {
  const problems = field(body, 'problems');
  if (!Array.isArray(problems)) return [];
  return problems.flatMap(problem => {
    const text = field(problem, 'text');
    return typeof text === 'string' ? [text] : [];
  });
}

/** Says it where a screen reader hears it: the region is there from the start. */
function tell(page: Document, title: string, problems: readonly string[] = []): void {
  const said = elementOf(page, 'upload-said');
  const line = page.createElement('p');
  line.textContent = title;
  const list = page.createElement('ul');
  for (const problem of problems) {
    const item = page.createElement('li');
    item.textContent = problem;
    list.append(item);
  }
  said.replaceChildren(line, ...(problems.length > 0 ? [list] : []));
}
