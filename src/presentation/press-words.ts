import { cardByKey } from '../assessment/find-card.ts';
import { type Instrument, optionsOf, outsOf } from '../assessment/instrument.ts';
import { findInput, NOBODYS } from '../assessment/places.ts';
import type { Press } from '../conversation/press.ts';
import { classLabel } from './class-label.ts';
import { cardName } from './dialog-texts.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** What a press said, as its button did: for a transcript, where the buttons are gone. */
export function pressWords(voice: Voice, press: Press, instrument: Instrument | undefined): string {
  const { t } = voice;
  switch (press.do) {
    case 'command':
      return press.dialog !== undefined && t.has(`${press.dialog}:open`)
        ? t(`${press.dialog}:open`)
        : t(`bot:commands.${press.name}`);
    case 'locale':
      return voice.context.translate(press.value)('bot:language.name');
    case 'confirm':
      return t(`files:pressed.${press.value}`);
    case 'feedback':
      return t(`bot:feedback.${press.value}`);
    case 'form':
      return t('files:pressed.form');
    case 'reason':
    case 'note':
    case 'name':
      return press.value || t('files:pressed.no');
    case 'take-out':
      return t('bot:own.any');
    case 'open-kept':
      return t('bot:commands.kept');
    case 'compare':
      return classLabel(voice, press.value);
    case 'workshop':
      return t('files:pressed.workshop');
    case 'prefill':
      return prefilled(voice, press);
    case 'go':
      return gone(voice, instrument, press.to);
    case 'answer':
      return answered(voice, instrument, press);
  }
}

/** A press does not say on which part of the proposals it was; those of the sure ones name their buttons best. */
function prefilled({ t }: Voice, { act }: Press & { do: 'prefill' }): string {
  if (act === 'enough') return t('prefill:card.enough');
  if (act === 'where') return t('prefill:where.submit');
  if (act === 'set') return t('prefill:change.submit');
  return t(`prefill:card.sure.${act === 'take' ? 'submit' : act}`);
}

function gone(voice: Voice, instrument: Instrument | undefined, to: string): string {
  if (to === 'another') return voice.t('bot:areas.another');
  const card = instrument && cardByKey(instrument, NOBODYS, to);
  return instrument && card
    ? voice.t('files:pressed.edit', { step: cardName(voice, instrument, { card, names: NOBODYS }) })
    : voice.t('files:pressed.go');
}

function answered(voice: Voice, instrument: Instrument | undefined, press: Press & { do: 'answer' }): string {
  const input = instrument && findInput(instrument, press.step);
  if (!instrument || !input) return String(press.value);
  const offered: readonly string[] = [...optionsOf(instrument, input), ...outsOf(instrument, input)];
  const known = typeof press.value === 'number' || offered.includes(press.value);
  return known ? valueLabel(voice, instrument, { input, value: press.value }) : String(press.value);
}
