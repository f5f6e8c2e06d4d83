import { COMMANDS } from '../command.ts';
import { LOCALES } from '../locale.ts';
import type { Strength, Tag } from './tag.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

export const KINDS = ['yesno', 'phase', 'status', 'ordinal', 'percent', 'number'] as const;
export type Kind = (typeof KINDS)[number];

export type Entry = readonly [phrase: string, tag: Tag];

const STRENGTHS = ['sure', 'stated', 'likely'] as const satisfies readonly Strength[];
const COUNTED = ['things', 'money', 'minutes', 'time'] as const;
const SCALES = ['yesno', 'phase', 'status'] as const;
const PLAIN = ['topics', 'particles', 'asides', 'questions', 'doubt', 'part', 'whole'] as const;
const PLAIN_TAGS = {
  topics: 'topic',
  particles: 'particle',
  asides: 'aside',
  questions: 'question',
  doubt: 'doubt',
  part: 'part',
  whole: 'whole',
} as const;

/** The phrases of a vocabulary as a question of this kind reads them; a later entry outweighs an earlier one. */
export function entriesFor(vocabulary: Vocabulary, kind: Kind): Entry[] {
  const numeric = kind === 'percent' || kind === 'number';
  return [
    ...knownElsewhere(vocabulary),
    ...commonEntries(vocabulary),
    ...commandEntries(vocabulary).filter(([phrase, tag]) => !isForm(phrase, tag, kind)),
    ...(numeric ? numberEntries(vocabulary, kind) : kind === 'ordinal' ? [] : scaleEntries(vocabulary, kind)),
    ...positionEntries(vocabulary, kind),
  ];
}

/** "Excel", asked how a phase is done, is how. */
function isForm(phrase: string, tag: Tag, kind: Kind): boolean {
  return kind === 'phase' && tag.is === 'command' && tag.name === 'export' && !phrase.includes(' ');
}

/** Every word that means something to some question is known here too, though it means nothing here. */
function knownElsewhere(vocabulary: Vocabulary): Entry[] {
  const { percent, units, counted, about, bounds } = vocabulary.numbers;
  const meanings = SCALES.flatMap(scale => Object.values(vocabulary[scale])).flatMap(allPhrases);
  const known = wordsIn([
    ...meanings,
    ...percent,
    ...units,
    ...Object.values(counted).flat(),
    ...about,
    ...bounds,
  ]);
  const { sure, stated } = vocabulary.yesno.yes;
  return [
    ...known.map(word => [word, { is: 'elsewhere' }] as const),
    // "Kyllä, käytössä on": agreeing takes nothing away from what else is said.
    ...wordsIn([...sure, ...stated]).map(word => [word, { is: 'topic' }] as const),
  ];
}

function wordsIn(phrases: readonly string[]): string[] {
  return phrases.flatMap(phrase => phrase.split(' ')).filter(word => /^\p{L}/u.test(word));
}

function commonEntries(vocabulary: Vocabulary): Entry[] {
  const { negation, joints, out } = vocabulary;
  const plain = PLAIN.flatMap(group =>
    vocabulary[group].map(phrase => [phrase, { is: PLAIN_TAGS[group] }] as const),
  );
  const stress = vocabulary.emphasis.map(phrase => [phrase, { is: 'particle' }] as const);
  const joining = (['reason', 'but', 'and', 'or', 'instead', 'so'] as const).flatMap(is =>
    joints[is].map(phrase => [phrase, { is }] as const),
  );
  const negating = (['stated', 'sure'] as const).flatMap(strength =>
    negation[strength].map(phrase => [phrase, { is: 'no', strength }] as const),
  );
  return [
    ...plain,
    ...stress,
    ...joining,
    ...negating,
    ...valueEntries(out.unknown, 'unknown'),
    ...valueEntries(out.na, 'na'),
  ];
}

function commandEntries(vocabulary: Vocabulary): Entry[] {
  const named = COMMANDS.flatMap(name => {
    const { sure, likely } = vocabulary.commands[name];
    return [
      ...likely.map(phrase => [phrase, false] as const),
      ...sure.map(phrase => [phrase, true] as const),
    ].map(([phrase, certain]) => [phrase, { is: 'command', name, sure: certain }] as const);
  });
  const languages = LOCALES.flatMap(locale =>
    vocabulary.languages[locale].sure.map(
      phrase => [phrase, { is: 'command', name: 'language', sure: true, locale }] as const,
    ),
  );
  const dialogs = (vocabulary.called ?? []).flatMap(({ dialog, phrases }) =>
    phrases.map(phrase => [phrase, { is: 'command', name: 'start', sure: true, dialog }] as const),
  );
  return [...named, ...languages, ...dialogs];
}

function scaleEntries(vocabulary: Vocabulary, kind: (typeof SCALES)[number]): Entry[] {
  const stressing = new Set(vocabulary.emphasis);
  return Object.entries(vocabulary[kind]).flatMap(([value, meaning]) =>
    valueEntries(meaning, value).map(([phrase, tag]): Entry => {
      return stressing.has(phrase) && tag.is === 'value' ? [phrase, { ...tag, stress: true }] : [phrase, tag];
    }),
  );
}

function valueEntries(meaning: Meaning, value: string): Entry[] {
  return STRENGTHS.flatMap(strength =>
    meaning[strength].map(phrase => [phrase, { is: 'value', value, strength }] as const),
  );
}

function numberEntries({ numbers }: Vocabulary, kind: 'percent' | 'number'): Entry[] {
  const plain: readonly [
    readonly string[],
    Tag['is'] & ('unit' | 'percent' | 'about' | 'bound' | 'of' | 'minus'),
  ][] = [
    [numbers.units, 'unit'],
    [numbers.about, 'about'],
    [numbers.percent, 'percent'],
    [numbers.bounds, 'bound'],
    [numbers.of, 'of'],
    [numbers.minus, 'minus'],
  ];
  const vague = [...numbers.vague.number, ...(kind === 'percent' ? numbers.vague.percent : [])];
  const counting = COUNTED.flatMap(counts =>
    numbers.counted[counts].map(phrase => [phrase, { is: 'unit', counts }] as const),
  );
  return [
    ...plain.flatMap(([phrases, is]) => phrases.map(phrase => [phrase, { is }] as const)),
    ...counting,
    ...toldEntries(numbers),
    ...numbers.range.map(phrase => [phrase, { is: 'range', dash: /^\P{L}/u.test(phrase) }] as const),
    ...[...numbers.fractions].map(([phrase, parts]) => [phrase, { is: 'fraction', parts }] as const),
    ...[...numbers.outOf].map(([phrase, whole]) => [phrase, { is: 'out-of', whole }] as const),
    ...(kind === 'number' ? timeEntries(numbers) : []),
    ...vague.map(([phrase, number]) => [phrase, { is: 'vague', number }] as const),
    ...numbers.unmeasured.map(
      phrase => [phrase, { is: 'value', value: 'unknown', strength: 'sure' }] as const,
    ),
  ];
}

function toldEntries(numbers: Vocabulary['numbers']): Entry[] {
  const told: readonly [
    readonly string[],
    Tag['is'] & ('settles' | 'point' | 'and-half' | 'by-net' | 'not-by-net' | 'rest'),
  ][] = [
    [numbers.settles, 'settles'],
    [numbers.point, 'point'],
    [numbers.andHalf, 'and-half'],
    [numbers.byNet, 'by-net'],
    [numbers.notByNet, 'not-by-net'],
    [numbers.rest, 'rest'],
  ];
  return told.flatMap(([phrases, is]) => phrases.map(phrase => [phrase, { is }] as const));
}

function timeEntries({ minutesIn, durations, per }: Vocabulary['numbers']): Entry[] {
  return [
    ...[...minutesIn].map(([phrase, minutes]) => [phrase, { is: 'unit', counts: 'time', minutes }] as const),
    ...[...durations].map(([phrase, minutes]) => [phrase, { is: 'duration', minutes }] as const),
    ...[...per].map(([phrase, times]) => [phrase, { is: 'per', times }] as const),
  ];
}

function positionEntries({ positions }: Vocabulary, kind: Kind): Entry[] {
  if (kind === 'percent' || kind === 'number') return [];
  return [
    ...[...positions.nth].map(([phrase, nth]) => [phrase, { is: 'position', nth }] as const),
    ...positions.around.map(phrase => [phrase, { is: 'around' }] as const),
    ...positions.last.map(phrase => [phrase, { is: 'position', nth: 'last' }] as const),
  ];
}

function allPhrases(meaning: Meaning): string[] {
  return STRENGTHS.flatMap(strength => meaning[strength]);
}
