import type { Answers } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import { findInput } from '../../places.ts';
import { stairsOf, stairsRules } from './rules.ts';
import { AS_NO, scoresOf, unknownOf } from './score.ts';

/** The answers with those that numbers stand for in words: 28 in use of 40 aimed at is a "partly". */
export function inWords(instrument: Instrument, answers: Answers): Answers {
  if (instrument.scoring.by !== 'stairs') return answers;
  const said = stairsRules(instrument)
    .counted.filter(({ id, option }) => answers[id] === option)
    .map(({ id }) => [id, wordFor(instrument, answers, id)] as const);
  return said.length === 0 ? answers : { ...answers, ...Object.fromEntries(said) };
}

function wordFor(instrument: Instrument, answers: Answers, id: string): string {
  const stair = stairsOf(instrument).find(({ conditions }) => conditions.some(one => one.id === id));
  const input = findInput(instrument, id);
  if (!stair || input?.type !== 'choice' || unknownOf(instrument, stair, answers).includes(id))
    return 'unknown';
  const score =
    scoresOf(instrument, { stair, answers, reading: AS_NO }).find(one => one.id === id)?.score ?? 0;
  const options = Object.entries(instrument.scales[input.scale]?.options ?? {});
  const meant = options.find(([, worth]) => (score === 0 || score === 1 ? worth === score : worth % 1 !== 0));
  return meant?.[0] ?? 'unknown';
}
