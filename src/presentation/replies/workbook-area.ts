import { commandButton } from '../command-button.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { goButton } from '../workbook-buttons.ts';
import { leftOutBlocks, measureLines } from '../workbook-figures.ts';
import { areaName, evidenceStair, serviceName } from '../workbook-texts.ts';

type Area = ReplyOf<'workbook-area'>;

/** Where an area stands once its services have been gone through, and the ways on. */
export function workbookArea(voice: Voice, reply: Area): View {
  const { t } = voice;
  const { figures, nonce, next } = reply;
  const area = areaName(voice, figures.area);
  const title = t('workbook-chat:area.title', { area });
  const onward = next
    ? t('workbook-chat:area.next', { area: areaName(voice, next) })
    : t('workbook-chat:area.all-done');
  const main = goButton(voice, 'next', { label: next ? 'next' : 'whole', tone: 'main', nonce });
  return {
    id: `q${nonce}`,
    gist: `${title}. ${onward}`,
    expects: 'answer',
    blocks: [
      { block: 'heading', text: title },
      { block: 'list', items: measureLines(voice, figures) },
      { block: 'text', text: evidenceStair(voice, figures.stair) },
      ...leftOutBlocks(voice, figures.leftOut),
      { block: 'text', text: onward },
      { block: 'buttons', buttons: [main, ...(next ? [goButton(voice, 'whole', { label: 'whole' })] : [])] },
      jump(voice, reply),
      { block: 'typing', text: t('workbook-chat:area.typing') },
      {
        block: 'quiet',
        buttons: [
          goButton(voice, `own:${figures.area}`, { label: 'own' }),
          { ...commandButton(voice, 'export'), label: t('workbook-chat:whole.export') },
          commandButton(voice, 'pause'),
        ],
      },
    ],
  };
}

/** Any service of the area can be opened again. */
function jump(voice: Voice, { figures, services }: Area): Block {
  const { t } = voice;
  return {
    block: 'form',
    inputs: [
      {
        input: 'select',
        id: 'to',
        label: t('workbook-chat:area.jump'),
        placeholder: t('bot:question.choose'),
        options: services.map(service => ({
          value: `service:${figures.area}:${service.id}`,
          label: serviceName(voice, service),
        })),
        missing: t('workbook-chat:area.jump-missing'),
      },
    ],
    submit: { label: t('workbook-chat:area.jump-submit'), fields: { do: 'workbook-go' }, tone: 'plain' },
  };
}
