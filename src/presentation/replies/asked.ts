import type { Step } from '../../assessment/definition.ts';
import type { ReplyOf } from '../reply-of.ts';

export type Question = ReplyOf<'question'>;

/** What a question's own blocks are made from. */
export interface Asked<Kind extends Step['type'] = Step['type']> {
  readonly step: Extract<Step, { type: Kind }>;
  readonly reply: Question;
}
