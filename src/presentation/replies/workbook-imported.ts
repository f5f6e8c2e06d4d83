import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { areaName } from '../workbook-texts.ts';

/** What came in with a filled spreadsheet. */
export function workbookImported(voice: Voice, { areas, services }: ReplyOf<'workbook-imported'>): View {
  const { t } = voice;
  const text = t('workbook-chat:imported.text', { count: services });
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(areas.length > 0
        ? [{ block: 'list', items: areas.map(area => areaName(voice, area)) } as const]
        : []),
    ],
  };
}
