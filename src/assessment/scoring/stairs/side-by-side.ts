/** Areas that were judged one by one, side by side: the whole is on the stair that all of them reach. */
import type { Answers } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import { lowestOf } from '../../interval.ts';
import type { SectionOf } from '../../sections/section.ts';
import type { Judged } from '../../sections/standing.ts';
import { stairsRules } from './rules.ts';
import { scoreStair } from './score.ts';

/** Undefined while only one has been judged. The one in hand comes last. */
export function sideBySide(
  instrument: Instrument,
  answers: Answers,
  others: readonly Answers[] = [],
): SectionOf<'areas'> | undefined {
  const { areas } = stairsRules(instrument);
  const beside = others.filter(other => areas !== undefined && other[areas] !== answers[areas]);
  if (areas === undefined || beside.length === 0) return undefined;
  const rows = [...beside, answers].map(one => judged(instrument, one, areas));
  return { kind: 'areas', input: areas, rows, whole: lowestOf(rows.map(({ stair }) => stair)) };
}

function judged(instrument: Instrument, answers: Answers, areas: string): Judged {
  const value = answers[areas];
  return { ...(value !== undefined && { value }), stair: scoreStair(instrument, answers) };
}
