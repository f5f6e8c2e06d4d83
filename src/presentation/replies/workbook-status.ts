import { commandButton } from '../command-button.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { goButton } from '../workbook-buttons.ts';
import { areaName } from '../workbook-texts.ts';

/** How far the workbook is, area by area. */
export function workbookStatus(voice: Voice, { progress, areas }: ReplyOf<'workbook-status'>): View {
  const { t } = voice;
  const text = t('workbook-chat:progress', { ...progress });
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'progress', text, ...progress },
      {
        block: 'list',
        items: areas.map(({ area, answered, services }) =>
          t('workbook-chat:status.area', { area: areaName(voice, area), answered, services }),
        ),
      },
      { block: 'typing', text: t('workbook-chat:status.typing') },
      {
        block: 'buttons',
        buttons: [
          commandButton(voice, 'resume', { tone: 'main' }),
          goButton(voice, 'whole', { label: 'whole' }),
          goButton(voice, 'areas', { label: 'areas' }),
          { ...commandButton(voice, 'export'), label: t('workbook-chat:whole.export') },
        ],
      },
    ],
  };
}
