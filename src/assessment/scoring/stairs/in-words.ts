import type { Answers } from '../../answers.ts';
import type { Definition } from '../../definition.ts';
import { findInput } from '../../places.ts';
import { stairsOf, stairsRules } from './rules.ts';
import { AS_NO, scoresOf, unknownOf } from './score.ts';

/** The answers with those that numbers stand for in words: 28 in use of 40 aimed at is a "partly". */
export function inWords(definition: Definition, answers: Answers): Answers {
  if (definition.scoring.by !== 'stairs') return answers;
  const said = stairsRules(definition)
    .counted.filter(({ id, option }) => answers[id] === option)
    .map(({ id }) => [id, wordFor(definition, answers, id)] as const);
  return said.length === 0 ? answers : { ...answers, ...Object.fromEntries(said) };
}

function wordFor(definition: Definition, answers: Answers, id: string): string {
  const stair = stairsOf(definition).find(({ conditions }) => conditions.some(one => one.id === id));
  const input = findInput(definition, id);
  if (!stair || input?.type !== 'choice' || unknownOf(definition, stair, answers).includes(id))
    return 'unknown';
  const score =
    scoresOf(definition, { stair, answers, reading: AS_NO }).find(one => one.id === id)?.score ?? 0;
  const options = Object.entries(definition.scales[input.scale]?.options ?? {});
  const meant = options.find(([, worth]) => (score === 0 || score === 1 ? worth === score : worth % 1 !== 0));
  return meant?.[0] ?? 'unknown';
}
