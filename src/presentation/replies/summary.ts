import { type Definition, inputsOf, type Step } from '../../assessment/definition.ts';
import { walk } from '../../assessment/walk.ts';
import { commandButton } from '../command-button.ts';
import { definitionOf, stepText } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { summaryRow } from './summary-row.ts';

export type Summary = ReplyOf<'summary'>;

/** Every answer by stair, each with a way to change it, before the result. */
export function summary(voice: Voice, reply: Summary): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const { path } = walk(definition, reply.answers, reply.skipped);
  const title = t('bot:summary.title');
  return {
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'heading', text: title },
      { block: 'text', text: t('bot:summary.intro') },
      ...groups(voice, definition, { path, reply }),
      { block: 'typing', text: t('bot:summary.typing') },
      // Teams would need a button a row and shows six in all, so there the row is picked from a list.
      ...(voice.screen === 'teams' ? [picker(voice, definition, path)] : []),
      {
        block: 'buttons',
        buttons: [{ ...commandButton(voice, 'finish', { tone: 'main' }), label: t('bot:summary.finish') }],
      },
      { block: 'quiet', buttons: [commandButton(voice, 'back'), commandButton(voice, 'pause')] },
    ],
  };
}

type Listed = { path: readonly Step[]; reply: Summary };

function groups(voice: Voice, definition: Definition, { path, reply }: Listed): Block[] {
  const stairs = [...definition.scoring.stairs.keys(), -1];
  const served = new Map(path.map(step => [step, stairServed(definition, step)]));
  return stairs.flatMap(stair => {
    const steps = path.filter(step => served.get(step) === stair);
    const rows = steps.map(step => summaryRow(voice, definition, { step, reply }));
    return rows.length > 0 ? [{ block: 'rows', title: groupTitle(voice, definition, stair), rows }] : [];
  });
}

function groupTitle({ t }: Voice, definition: Definition, index: number): string {
  const stair = index + 1;
  return stair === 0
    ? t('bot:summary.other')
    : t('bot:summary.stair', { stair, name: t(`${definition.id}:stairs.${stair}.name`) });
}

/** The index of the stair a step's answers count for, or -1 when they are not scored. */
function stairServed({ scoring }: Definition, step: Step): number {
  const ids = new Set(inputsOf(step).map(({ id }) => id));
  return scoring.stairs.findIndex(({ conditions }) => conditions.some(({ id }) => ids.has(id)));
}

function picker(voice: Voice, definition: Definition, path: readonly Step[]): Block {
  const { t } = voice;
  const options = path.map(step => ({
    value: step.id,
    label: stepText(voice, definition, { step, part: 'short' }),
  }));
  return {
    block: 'form',
    inputs: [
      {
        input: 'select',
        id: 'step',
        label: t('bot:summary.pick'),
        placeholder: t('bot:question.choose'),
        options,
        missing: t('bot:summary.pick-missing'),
      },
    ],
    submit: { label: t('bot:summary.change'), fields: { do: 'edit' } },
  };
}
