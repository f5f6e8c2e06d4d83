import type { Card } from '../../assessment/card.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import type { ReplyOf } from '../reply-of.ts';

/** A question with what it is drawn from. */
export interface Asked {
  readonly instrument: Instrument;
  readonly card: Card;
  readonly reply: ReplyOf<'question'>;
}
