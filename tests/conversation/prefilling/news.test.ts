/** What has changed in a register between two looks, and what is remembered of the latest. */
import { describe, expect, it } from 'vitest';
import type { Prefilled } from '../../../src/assessment/prefilled.ts';
import type { WayIn } from '../../../src/conversation/prefilling/found.ts';
import { lookedInto, newsOf } from '../../../src/conversation/prefilling/news.ts';
import { FOUND, offer } from '../../conversations/prefilling-chat.ts';

const before = (ways: Record<string, WayIn[]>, more: Partial<Prefilled> = {}): Prefilled => ({
  ...{ municipality: '091', day: '2026-03-01', sources: { 'a.status': '2026-03-01' }, ways, decided: [] },
  ...more,
});
const found = (sure: Readonly<Record<string, readonly WayIn[]>>, unsure: typeof sure = {}) => ({
  ...FOUND,
  sure: Object.entries(sure).map(([item, ways]) => offer(item, ways, {})),
  unsure: Object.entries(unsure).map(([item, ways]) => offer(item, ways, {})),
});

it.each<[what: string, was: Record<string, WayIn[]>, is: ReturnType<typeof found>, news: readonly object[]]>([
  ['nothing', { a: ['phone'] }, found({ a: ['phone'] }), []],
  [
    'a way more',
    { a: ['phone'] },
    found({ a: ['phone', 'web'] }),
    [{ item: 'a', added: ['web'], removed: [] }],
  ],
  [
    'a way less',
    { a: ['web', 'phone'] },
    found({ a: ['phone'] }),
    [{ item: 'a', added: [], removed: ['web'] }],
  ],
  [
    'one for another',
    { a: ['form'] },
    found({}, { a: ['web'] }),
    [{ item: 'a', added: ['web'], removed: ['form'] }],
  ],
  ['all of it', { a: ['place', 'web'] }, found({}), [{ item: 'a', added: [], removed: ['web', 'place'] }]],
  ['an item that is there for the first time', {}, found({ a: ['web'] }), []],
])('tells %s', (_what, was, is, news) => {
  expect(newsOf(before(was), is)).toEqual(news);
});

describe('what is remembered of a look', () => {
  const was = before({ a: ['phone'], b: ['web'] }, { decided: ['a', 'b', 'id-of-another'] });
  const now = found({ a: ['phone', 'web'] }, { b: ['web'] });

  it('is its day and the ways of today; what was decided is open again where it has changed', () => {
    expect(lookedInto(was, now)).toEqual({
      municipality: '091',
      day: FOUND.day,
      sources: { 'a.status': '2026-03-01' },
      ways: { a: ['phone', 'web'], b: ['web'] },
      decided: ['b', 'id-of-another'],
    });
  });

  it('of another municipality begins anew, but for the source of what was taken', () => {
    const other = lookedInto({ ...was, municipality: '564' }, now);
    expect(other).toMatchObject({ municipality: '091', decided: [], sources: { 'a.status': '2026-03-01' } });
    expect(lookedInto(undefined, now)).toMatchObject({ sources: {}, decided: [] });
  });
});
