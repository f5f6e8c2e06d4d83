import { keyOf } from '../assessment/answers.ts';
import type { CardField } from '../assessment/card.ts';

/** A field's name on its card: in a table the row's item stands before it. */
export function fieldName({ input, item }: CardField): string {
  return item === undefined ? input.id : keyOf([item], input.id);
}
