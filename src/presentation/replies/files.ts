import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** A result for people to read. The page stands first: it opens in the browser, where the others are downloaded. */
const REPORT = [
  { what: 'result', format: 'html', text: 'html' },
  { what: 'result', format: 'pdf', text: 'page-pdf' },
  { what: 'report', format: 'pdf', text: 'report-pdf' },
  { what: 'result', format: 'docx', text: 'docx' },
] as const;

/** In which forms each can be saved: what people read first, what programs read after it. */
const FORMS = {
  transcript: [
    { what: 'transcript', format: 'html', text: 'html' },
    { what: 'transcript', format: 'txt', text: 'txt' },
  ],
  result: [
    ...REPORT,
    { what: 'result', format: 'txt', text: 'txt' },
    { what: 'result', format: 'csv', text: 'csv' },
    { what: 'result', format: 'json', text: 'json' },
  ],
  workbook: [
    { what: 'workbook', format: 'xlsx', text: 'xlsx' },
    { what: 'workbook', format: 'json', text: 'json' },
    ...REPORT,
  ],
  roadmap: [
    { what: 'roadmap', format: 'xlsx', text: 'actions-xlsx' },
    { what: 'roadmap', format: 'csv', text: 'actions-csv' },
    ...REPORT,
    { what: 'result', format: 'json', text: 'json' },
  ],
} as const;

/** Where the conversation or the result can be saved from; how to do it by hand where nothing can be linked. */
export function files(voice: Voice, { what }: ReplyOf<'files'>): View {
  const { t, context } = voice;
  const tab = what === 'transcript' ? undefined : context.tabLink?.();
  const saved = FORMS[what].flatMap(form => {
    const url = context.fileLink?.(form.what, form.format);
    return url === undefined ? [] : [{ label: '', text: t(`bot:files.formats.${form.text}`), url }];
  });
  const links = [...(tab === undefined ? [] : [{ label: '', text: t('bot:files.tab'), url: tab }]), ...saved];
  const text = t(`bot:files.${what}.${saved.length === 0 ? 'by-hand' : 'ready'}`);
  return tells(text, links.length > 0 ? [{ block: 'links', links }] : []);
}
