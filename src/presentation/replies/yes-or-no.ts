/** What is asked with a yes and a no. */
import { cardSteps, type Instrument, inputsOf } from '../../assessment/instrument.ts';
import { inputOf, instrumentOf } from '../dialog-texts.ts';
import { entriesText } from '../entries-text.ts';
import { asks } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import { valueLabel } from '../value-label.ts';
import type { Block, Button, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { leftBlocks } from './noted.ts';

/** Asks before answers are thrown away. */
export function confirm({ t }: Voice, { what, nonce, kept, own }: ReplyOf<'confirm'>): View {
  const labels = { yes: t(`bot:confirm.${what}.yes`), no: t(`bot:confirm.${what}.no`) };
  const asked = yesOrNo({ ...labels, nonce, tone: 'danger' });
  const question = { block: 'text', text: t(`bot:confirm.${what}.question`), tone: 'strong' } as const;
  const names: Block[] = (kept ?? []).map(name => ({
    block: 'words',
    label: t('bot:confirm.kept'),
    words: userWords(name),
  }));
  if (own)
    return asks(question, [
      { block: 'words', label: t('bot:own.name'), words: userWords(own.name) },
      { block: 'text', text: alsoGoes(t, own) },
      { block: 'typing', text: t('bot:confirm.typing') },
      asked,
    ]);
  if (!kept || what !== 'erase')
    return asks(question, [...names, { block: 'typing', text: t('bot:confirm.typing') }, asked]);
  const label = t('bot:confirm.erase.all');
  const all: Button = {
    label,
    press: { do: 'confirm', nonce, value: 'all' },
    tone: 'danger',
  };
  return asks(question, [
    { block: 'text', text: t('bot:confirm.erase.kept') },
    ...names,
    { block: 'typing', text: t('bot:confirm.erase.all-typing', { all: label }) },
    { ...asked, buttons: [all, ...asked.buttons] },
  ]);
}

/** What goes with something that is taken out, or stays without it. */
function alsoGoes(t: Voice['t'], { gone, freed }: NonNullable<ReplyOf<'confirm'>['own']>): string {
  if (gone > 0) return t('bot:own.gone', { count: gone });
  return freed > 0 ? t('bot:own.freed', { count: freed }) : t('bot:own.alone');
}

/** Asks whether the reason that came with an answer should be kept. */
export function noteOffered({ t }: Voice, { nonce, note }: ReplyOf<'note-offered'>): View {
  return asks(t('bot:note.offer'), [
    { block: 'words', label: t('bot:note.label'), words: userWords(note) },
    { block: 'typing', text: t('bot:confirm.typing') },
    yesOrNo({ yes: t('bot:note.keep'), no: t('bot:note.drop'), nonce, tone: 'main' }),
  ]);
}

/** Asks whether an unclear text was read right: of a question with one field the answer alone says enough. */
export function didYouMean(voice: Voice, reply: ReplyOf<'did-you-mean'>): View {
  const instrument = instrumentOf(voice, reply);
  const [only, ...more] = reply.entries;
  const alone = only && more.length === 0 && !only.key.includes('.') && isOnlyField(instrument, only.key);
  const answer = alone
    ? valueLabel(voice, instrument, {
        input: inputOf(instrument, only.key),
        value: only.value,
        names: reply.names,
      })
    : entriesText(voice, instrument, reply);
  return meant(voice, { answer, nonce: reply.nonce, left: leftBlocks(voice, reply) });
}

function isOnlyField(instrument: Instrument, key: string): boolean {
  const step = cardSteps(instrument).find(one => inputsOf(one.step).some(({ id }) => id === key))?.step;
  return step === undefined || inputsOf(step).length === 1;
}

/** Asks whether an unclear text was meant as a command. */
export function commandSuggested(voice: Voice, { name, dialog, nonce }: ReplyOf<'command-suggested'>): View {
  const answer = dialog === undefined ? voice.t(`bot:commands.${name}`) : voice.t(`${dialog}:open`);
  return meant(voice, { answer, nonce });
}

interface Meant {
  readonly answer: string;
  readonly nonce: string;
  readonly left?: readonly Block[];
}

function meant({ t }: Voice, { answer, nonce, left = [] }: Meant): View {
  const labels = { yes: t('bot:did-you-mean.yes'), no: t('bot:did-you-mean.no') };
  const view = asks(t('bot:did-you-mean.question', { answer }), [
    ...left,
    { block: 'typing', text: t('bot:confirm.typing') },
    yesOrNo({ ...labels, nonce, tone: 'main' }),
  ]);
  return { id: `q${nonce}`, ...view };
}

interface Asked {
  readonly yes: string;
  readonly no: string;
  readonly nonce: string;
  readonly tone: 'main' | 'danger';
}

function yesOrNo({ yes, no, nonce, tone }: Asked): Block & { block: 'buttons' } {
  return {
    block: 'buttons',
    buttons: [
      { label: yes, press: { do: 'confirm', nonce, value: 'yes' }, tone },
      { label: no, press: { do: 'confirm', nonce, value: 'no' } },
    ],
  };
}
