import { cardSteps, type Definition, inputsOf } from '../../assessment/definition.ts';
import { definitionOf, inputOf, valueLabel } from '../dialog-texts.ts';
import { entriesText } from '../entries-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { yesOrNo } from '../yes-or-no.ts';

/** Asks whether an unclear text was read right: of a question with one field the answer alone says enough. */
export function didYouMean(voice: Voice, reply: ReplyOf<'did-you-mean'>): View {
  const definition = definitionOf(voice, reply);
  const [only, ...more] = reply.entries;
  const alone = only && more.length === 0 && !only.key.includes('.') && isOnlyField(definition, only.key);
  const answer = alone
    ? valueLabel(voice, definition, {
        input: inputOf(definition, only.key),
        value: only.value,
        names: reply.names,
      })
    : entriesText(voice, definition, reply);
  return asked(voice, { answer, nonce: reply.nonce });
}

function isOnlyField(definition: Definition, key: string): boolean {
  const step = cardSteps(definition).find(one => inputsOf(one.step).some(({ id }) => id === key))?.step;
  return step === undefined || inputsOf(step).length === 1;
}

/** Asks whether an unclear text was meant as a command. */
export function commandSuggested(voice: Voice, { name, dialog, nonce }: ReplyOf<'command-suggested'>): View {
  const answer = dialog === undefined ? voice.t(`bot:commands.${name}`) : voice.t(`${dialog}:open`);
  return asked(voice, { answer, nonce });
}

/** "Did you mean …?", whatever was perhaps meant. */
function asked({ t }: Voice, { answer, nonce }: { answer: string; nonce: string }): View {
  const text = t('bot:did-you-mean.question', { answer });
  return {
    id: `q${nonce}`,
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text },
      { block: 'typing', text: t('bot:confirm.typing') },
      yesOrNo({ yes: t('bot:did-you-mean.yes'), no: t('bot:did-you-mean.no'), nonce, tone: 'main' }),
    ],
  };
}
