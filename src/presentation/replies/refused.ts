import { lastOf } from '../../assessment/answers.ts';
import { NAME } from '../../assessment/names-in.ts';
import { fieldAt } from '../../assessment/places.ts';
import { inputOf, inputShort, instrumentOf } from '../dialog-texts.ts';
import { asks } from '../message.ts';
import { rejectionText } from '../rejection-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import { valueLabel } from '../value-label.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a card was not taken, field by field. It stays open, with everything that was filled in. */
export function refused(voice: Voice, reply: ReplyOf<'refused'>): View {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const text = t('bot:refused.title');
  const items = reply.problems.map(({ key, rejection }) => {
    const problem = rejectionText(voice, rejection);
    const field = fieldLabel(voice, { key, instrument });
    return field === undefined ? problem : t('bot:refused.line', { field, problem });
  });
  return asks({ block: 'text', text, tone: 'strong' }, [{ block: 'list', items }, ...near(voice, reply)]);
}

/** Names that may be meant, to press: typing one does as well. */
function near(voice: Voice, { open, problems, ...ref }: ReplyOf<'refused'>): Block[] {
  const [problem] = problems.filter(({ rejection }) => rejection.near);
  if (!problem || !open) return [];
  const instrument = instrumentOf(voice, ref);
  const input = inputOf(instrument, problem.key);
  const buttons = (problem.rejection.near ?? []).map(value => ({
    label: valueLabel(voice, instrument, { input, value }),
    press: { do: 'answer' as const, ...open, value },
  }));
  return [
    { block: 'text', text: voice.t('bot:refused.near') },
    { block: 'buttons', buttons },
  ];
}

function fieldLabel(
  voice: Voice,
  { key, instrument }: { key: string; instrument: ReturnType<typeof instrumentOf> },
): string | undefined {
  const id = lastOf(key);
  const field = fieldAt(instrument, key, {});
  if (field?.input.type === 'choose') return voice.t(`${instrument.id}:steps.${id}.short`);
  if (id === NAME && field) return voice.t(`${instrument.id}:steps.${field.step.id}.own.name`);
  return voice.t.has(`${instrument.id}:inputs.${id}.short`) ? inputShort(voice, instrument, key) : undefined;
}
