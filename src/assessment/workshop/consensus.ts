/** What a group agreed on, as it is kept with the run whose answers came of it and told in the result. */
import * as z from 'zod';
import { type Answers, entrySchema } from '../answers.ts';
import type { SectionOf } from '../sections/section.ts';
import type { Spread } from './spread.ts';

const partedSchema = z
  .object({
    /** The group's answer. */
    answer: entrySchema,
    /** The members' own, before they talked. */
    counts: z.array(z.object({ value: z.string(), n: z.number() }).readonly()).readonly(),
  })
  .readonly();

export const consensusSchema = z
  .object({
    /** The workshop that it came of: who asks again for its result gets this one. */
    workshop: z.string(),
    /** How many members answered. */
    members: z.number(),
    /** The group's answers: to each question, and the numbers it agreed on. */
    answers: z.array(entrySchema).readonly(),
    /** The questions that views parted on, the furthest apart first. */
    parted: z.array(partedSchema).readonly(),
  })
  .readonly();
export type Consensus = z.infer<typeof consensusSchema>;

/** On a scale of three, one member in six at the other end. */
const PARTED_FROM = 0.3;
/** More than a result has room for says less. */
const MOST_PARTED = 5;

interface Agreed {
  readonly workshop: string;
  readonly members: number;
  /** What the group talked over; all other questions have the answer in the middle. */
  readonly agreed: Answers;
}

export function consensusOf(spreads: readonly Spread[], { workshop, members, agreed }: Agreed): Consensus {
  const answered = spreads.map(spread => ({ spread, value: agreed[spread.key] ?? spread.middle }));
  const asked = new Set(spreads.map(({ key }) => key));
  const besides = Object.entries(agreed).filter(([key]) => !asked.has(key));
  return {
    workshop,
    members,
    answers: [
      ...answered.map(({ spread: { key }, value }) => ({ key, value })),
      ...besides.map(([key, value]) => ({ key, value })),
    ],
    parted: answered
      .filter(({ spread }) => spread.parted >= PARTED_FROM)
      .slice(0, MOST_PARTED)
      .map(({ spread: { key, counts }, value }) => ({ answer: { key, value }, counts })),
  };
}

/** The section that says so. Answers that somebody changed afterwards are the group's no longer, and are counted. */
export function consensusSection(consensus: Consensus, answers: Answers): SectionOf<'consensus'> {
  const stands = ({ key, value }: Consensus['answers'][number]) => answers[key] === value;
  const changed = consensus.answers.filter(one => !stands(one)).length;
  return {
    kind: 'consensus',
    members: consensus.members,
    questions: consensus.answers.length,
    parted: consensus.parted.filter(({ answer }) => stands(answer)),
    ...(changed > 0 && { changed }),
  };
}
