import { type Answers, isOut, type Value } from '../assessment/answers.ts';
import { type Input, type Instrument, optionsOf, outsOf } from '../assessment/instrument.ts';
import { offeredAt } from '../assessment/options-at.ts';
import { ownName, type Place } from '../assessment/places.ts';
import { nameIn } from '../assessment/register.ts';
import { itemName } from './dialog-texts.ts';
import { formatDate } from './format-date.ts';
import { formatBare, formatEuros, formatPercent } from './format-number.ts';
import { userWords } from './user-words.ts';
import type { Voice } from './voice.ts';

/** The values a field offers where it stands, outs last: in this order they are numbered. */
export function offeredValues(
  instrument: Instrument,
  { input, at, names }: { input: Input; at: readonly Place[]; names: Answers },
): readonly string[] {
  return [...offeredAt(instrument, { input, at }, names), ...outsOf(instrument, input)];
}

/** A value of a field in words: "Osittain", "81,5 %", "En tiedä". */
export function valueLabel(
  voice: Voice,
  instrument: Instrument,
  given: { input: Input; value: Value; names?: Answers },
): string {
  const { input, value, names = {} } = given;
  if (typeof value === 'number') return numberLabel(voice, input, value);
  if (typeof value === 'object')
    return value.map(one => optionLabel(voice, instrument, { input, value: one, names })).join('; ');
  if (isOut(value)) return outLabel(voice, instrument, { input, value });
  return optionLabel(voice, instrument, { input, value, names });
}

function numberLabel({ locale }: Voice, input: Input, value: number): string {
  const unit = input.type === 'number' ? input.unit : 'count';
  if (unit === 'percent') return formatPercent(locale, value);
  return unit === 'euros' ? formatEuros(locale, value) : formatBare(locale, unit, value);
}

/** An instrument may have words of its own for an out. */
function outLabel(
  { t }: Voice,
  instrument: Instrument,
  { input, value }: { input: Input; value: string },
): string {
  const worded = input.type === 'choice' && instrument.scales[input.scale]?.outs !== undefined;
  return worded ? t(`${instrument.id}:scales.${input.scale}.${value}`) : t(`bot:outs.${value}`);
}

function optionLabel(
  voice: Voice,
  instrument: Instrument,
  { input, value, names }: { input: Input; value: string; names: Answers },
): string {
  switch (input.type) {
    case 'choice':
    case 'multi': {
      const by = instrument.scales[input.scale]?.named?.[value];
      const called = by === undefined ? undefined : names[by];
      if (typeof called === 'string') return userWords(called);
      return optionsOf(instrument, input).includes(value)
        ? voice.t(`${instrument.id}:scales.${input.scale}.${value}`)
        : userWords(value);
    }
    case 'choose': {
      const name = ownName(names, [value]);
      return itemName(voice, instrument, {
        list: input.list,
        id: value,
        ...(name !== undefined && { name }),
      });
    }
    case 'date':
      return formatDate(voice.locale, value);
    case 'register':
      return nameIn(instrument.registers[input.register], value, voice.locale);
    default:
      return userWords(value);
  }
}
