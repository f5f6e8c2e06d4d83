import { lastOf } from '../../assessment/answers.ts';
import { fieldAt, NAME } from '../../assessment/places.ts';
import { definitionOf, inputOf, inputShort, valueLabel } from '../dialog-texts.ts';
import { asks } from '../message.ts';
import { rejectionText } from '../rejection-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a card was not taken, field by field. It stays open, with everything that was filled in. */
export function refused(voice: Voice, reply: ReplyOf<'refused'>): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const text = t('bot:refused.title');
  const items = reply.problems.map(({ key, rejection }) => {
    const problem = rejectionText(voice, rejection);
    const field = fieldLabel(voice, { key, definition });
    return field === undefined ? problem : t('bot:refused.line', { field, problem });
  });
  return asks({ block: 'text', text, tone: 'strong' }, [{ block: 'list', items }, ...near(voice, reply)]);
}

/** Names that may be meant, to press: typing one does as well. */
function near(voice: Voice, { open, problems, ...ref }: ReplyOf<'refused'>): Block[] {
  const [problem] = problems.filter(({ rejection }) => rejection.near);
  if (!problem || !open) return [];
  const definition = definitionOf(voice, ref);
  const input = inputOf(definition, problem.key);
  const buttons = (problem.rejection.near ?? []).map(value => ({
    label: valueLabel(voice, definition, { input, value }),
    press: { do: 'answer' as const, ...open, value },
  }));
  return [
    { block: 'text', text: voice.t('bot:refused.near') },
    { block: 'buttons', buttons },
  ];
}

function fieldLabel(
  voice: Voice,
  { key, definition }: { key: string; definition: ReturnType<typeof definitionOf> },
): string | undefined {
  const id = lastOf(key);
  const field = fieldAt(definition, key, {});
  if (field?.input.type === 'choose') return voice.t(`${definition.id}:steps.${id}.short`);
  if (id === NAME && field) return voice.t(`${definition.id}:steps.${field.step.id}.own.name`);
  return voice.t.has(`${definition.id}:inputs.${id}.short`) ? inputShort(voice, definition, key) : undefined;
}
