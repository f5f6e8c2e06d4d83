import type { Command } from '../../conversation/command.ts';
import { commandButton } from '../command-button.ts';
import type { Screen } from '../context.ts';
import { definitionOf } from '../dialog-texts.ts';
import { formatDate } from '../format-date.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

type Result = ReplyOf<'result'>;

/** What to do next, what this result is and is not, and the ways on. */
export function nextSteps(voice: Voice, reply: Result): View {
  const { t } = voice;
  const title = t('bot:result.next-steps');
  return {
    gist: title,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      ...reply.result.actions.flatMap(id => recommended(voice, id)),
      { block: 'heading', text: t('bot:result.workbook'), opens: 'section' },
      { block: 'text', text: t(`${reply.dialog}:workbook`) },
      { block: 'buttons', buttons: [commandButton(voice, 'workbook')] },
      { block: 'heading', text: t('bot:result.about'), opens: 'section' },
      { block: 'text', text: t('bot:result.no-decision') },
      { block: 'text', text: t('bot:result.own-rule') },
      { block: 'text', text: provenance(voice, reply), tone: 'quiet' },
      { block: 'typing', text: t('bot:result.typing') },
      {
        block: 'buttons',
        title: t('bot:feedback.question'),
        buttons: (['up', 'down'] as const).map(value => ({
          label: t(`bot:feedback.${value}`),
          press: { do: 'feedback', value },
        })),
      },
      {
        block: 'quiet',
        buttons: [
          { ...commandButton(voice, 'summary'), label: t('bot:result.change') },
          ...WAYS_ON[voice.screen].map(command => commandButton(voice, command)),
        ],
      },
    ],
  };
}

/** Teams shows only some of them at once: what others should see of the result, and a person to ask, come first. */
const WAYS_ON: Readonly<Record<Screen, readonly Command[]>> = {
  teams: ['share', 'contact', 'export', 'remind', 'restart'],
  cards: ['export', 'contact', 'restart'],
  text: ['export', 'contact', 'restart'],
};

/** An action as advice; one that the catalogue no longer has is left out. */
function recommended({ t, context }: Voice, id: string): Block[] {
  const action = context.actions.find(one => one.id === id);
  if (!action) return [];
  const facts = t('bot:result.action-facts', {
    role: t(`actions:roles.${action.role}`),
    effort: t(`bot:effort.${action.effort}`),
    grounds: action.ground.map(ground => t(`sources:${ground}`)).join('; '),
  });
  return [{ block: 'item', title: t(`actions:${id}.title`), text: t(`actions:${id}.text`), facts }];
}

/** Which version of the content was used, and who has approved it. */
function provenance(voice: Voice, reply: Result): string {
  const { t, locale } = voice;
  const { id, version, approved } = definitionOf(voice, reply);
  return t('bot:result.provenance', {
    dialog: t(`${id}:title`),
    version,
    role: t(`actions:roles.${approved.role}`),
    date: formatDate(locale, approved.date),
  });
}
