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
  return phrases.flatMap(phrase => phrase.split(' ')).filter(isWord);
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
  const counting = COUNTED.flatMap(counts => tagged(numbers.counted[counts], { is: 'unit', counts }));
  return [
    ...NUMERIC.flatMap(([group, tag]) => tagged(numbers[group], tag)),
    ...counting,
    ...TOLD.flatMap(([group, tag]) => tagged(numbers[group], tag)),
    ...numbers.of.map(phrase => [phrase, { is: 'of', stroke: !isWord(phrase) }] as const),
    ...numbers.range.map(phrase => [phrase, { is: 'range', dash: !isWord(phrase) }] as const),
    ...[...numbers.fractions].map(([phrase, parts]) => [phrase, { is: 'fraction', parts }] as const),
    ...[...numbers.outOf].map(([phrase, whole]) => [phrase, { is: 'out-of', whole }] as const),
    ...(kind === 'number' ? timeEntries(numbers) : []),
    ...[...numbers.ones].map(([phrase, number]) => [phrase, { is: 'small', number, one: true }] as const),
    ...[...numbers.few].map(([phrase, number]) => [phrase, { is: 'small', number, one: false }] as const),
    ...wordedEntries(numbers, kind),
    ...tagged(numbers.unmeasured, { is: 'value', value: 'unknown', strength: 'sure' }),
  ];
}

const NUMERIC = [
  ['units', { is: 'unit' }],
  ['about', { is: 'about' }],
  ['percent', { is: 'percent' }],
  ['bounds', { is: 'bound' }],
  ['minus', { is: 'minus' }],
] as const satisfies readonly (readonly [keyof Vocabulary['numbers'], Tag])[];

const TOLD = [
  ['settles', { is: 'settles', what: 'meant' }],
  ['near', { is: 'settles', what: 'near' }],
  ['now', { is: 'settles', what: 'now' }],
  ['before', { is: 'before' }],
  ['between', { is: 'between' }],
  ['adding', { is: 'plus' }],
  ['point', { is: 'point' }],
  ['andHalf', { is: 'and-half' }],
  ['byNet', { is: 'by-net' }],
  ['notByNet', { is: 'not-by-net' }],
  ['rest', { is: 'rest' }],
  ['except', { is: 'except' }],
  ['yearRound', { is: 'year-round' }],
] as const satisfies readonly (readonly [keyof Vocabulary['numbers'], Tag])[];

function tagged(phrases: readonly string[], tag: Tag): Entry[] {
  return phrases.map(phrase => [phrase, tag]);
}

function isWord(phrase: string): boolean {
  return /^\p{L}/u.test(phrase);
}

function wordedEntries({ vague, worded }: Vocabulary['numbers'], kind: 'percent' | 'number'): Entry[] {
  const of = (group: typeof vague) => [...group.number, ...(kind === 'percent' ? group.percent : [])];
  return [
    ...of(vague).map(([phrase, number]) => [phrase, { is: 'vague', number, worded: false }] as const),
    ...of(worded).map(([phrase, number]) => [phrase, { is: 'vague', number, worded: true }] as const),
  ];
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
