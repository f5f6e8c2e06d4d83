import type { Definition } from '../../assessment/definition.ts';
import type { Card } from '../../assessment/walk.ts';
import type { ReplyOf } from '../reply-of.ts';

/** A question with what it is drawn from. */
export interface Asked {
  readonly definition: Definition;
  readonly card: Card;
  readonly reply: ReplyOf<'question'>;
}
