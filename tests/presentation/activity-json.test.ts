import { expect, test } from 'vitest';
import { activityJson, keepAlike } from '../../src/presentation/activity-json.ts';

/** Counts how often it is written. */
function drawing() {
  const written = { times: 0 };
  const value = {
    toJSON: () => {
      written.times += 1;
      return 'väli – viiva';
    },
  };
  return { written, activity: { type: 'event', id: 'own', value } as const };
}

test('what looks alike for everybody is written once, anything else each time, and the same is said of both', () => {
  const [kept, own] = [drawing(), drawing()];
  keepAlike([kept.activity]);
  const said = [kept, own, kept, own].map(({ activity }) => activityJson(activity, '{"id":"c|1"}'));
  expect(said.map(text => JSON.parse(text))).toEqual(
    said.map(() => ({ type: 'event', value: 'väli – viiva', id: 'c|1' })),
  );
  expect([kept, own].map(({ written }) => written.times)).toEqual([1, 2]);
});
