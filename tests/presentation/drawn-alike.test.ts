import { expect, test } from 'vitest';
import { keepAlike, memoOfAlike } from '../../src/presentation/drawn-alike.ts';

const drawing = (text: string) => ({ type: 'message' as const, text, attachments: [] });

test('what is kept is worked out once, anything else each time', () => {
  const asked: string[] = [];
  const textOf = memoOfAlike(({ text }: { text: string }) => {
    asked.push(text);
    return text.toUpperCase();
  });
  const [kept, own] = [drawing('kept'), drawing('own')];
  keepAlike([kept]);
  expect([kept, own, kept, own].map(textOf)).toEqual(['KEPT', 'OWN', 'KEPT', 'OWN']);
  expect(asked).toEqual(['kept', 'own', 'own']);
});
