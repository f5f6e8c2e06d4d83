/** What is worked out once for listed items is not mixed up with what somebody added. */
import { expect, it } from 'vitest';
import { fieldsOf } from '../../src/assessment/fields-of.ts';
import { cardByKey } from '../../src/assessment/find-card.ts';
import { namedItemAt } from '../../src/assessment/named-item-at.ts';
import { fieldAt } from '../../src/assessment/places.ts';
import { workbook } from '../support/real-context.ts';

const NAME = 'work.own-1.name';
const ADDED = { [NAME]: 'Venerannat', 'work.own-1.status': 'inuse' };

function rows(answers: Record<string, string>): string[] {
  const card = cardByKey(workbook, answers, 'work.statuses.1');
  return card ? fieldsOf(workbook, card, answers).map(({ key }) => key) : [];
}

it('a row that somebody added is on the table of their answers alone', () => {
  const listed = rows({});
  expect(rows(ADDED)).toEqual([...listed, 'work.own-1.status']);
  expect(rows({})).toEqual(listed);
});

it('a field of an added item is there only among the answers that name it', () => {
  expect(fieldAt(workbook, 'work.own-1.status', ADDED)?.at.at(-1)?.item).toBe('own-1');
  expect(fieldAt(workbook, 'work.own-1.status', {})).toBeUndefined();
  expect(fieldAt(workbook, NAME, {})).toBeDefined();
});

it('the card of an added item is not taken for a listed one afterwards', () => {
  expect(cardByKey(workbook, ADDED, 'work.own-1.details')).toBeDefined();
  expect(cardByKey(workbook, {}, 'work.own-1.details')).toBeUndefined();
});

it('an item is named by the one at the end of its way, and a way to nowhere is a mistake', () => {
  const at = [
    { list: 'areas', item: 'work' },
    { list: 'services', item: 'own-1' },
  ];
  expect(namedItemAt(at, ADDED)).toEqual({ list: 'services', id: 'own-1', name: 'Venerannat' });
  expect(namedItemAt(at.slice(0, 1), ADDED)).toEqual({ list: 'areas', id: 'work' });
  expect(() => namedItemAt([], ADDED)).toThrow('leads to no item');
});
