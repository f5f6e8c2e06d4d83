import { describe, expect, it } from 'vitest';
import type { Said } from '../../src/conversation/reply.ts';
import { newSession } from '../../src/conversation/session.ts';
import { fingerprint } from '../../src/turns/fingerprint.ts';
import {
  NOTHING_REMEMBERED,
  type Remembered,
  readRecord,
  remember,
  repliesTo,
  writeRecord,
} from '../../src/turns/record.ts';

const session = newSession('fi');
const note: Said = {
  locale: 'fi',
  reply: {
    kind: 'note-offered',
    step: 'need',
    nonce: '1',
    note: 'a\nb "c" ä',
    dialog: 'quick-check',
    version: '1.0.0',
  },
};

function remembering(deliveries: readonly (readonly [id: string, said: readonly Said[]])[]): Remembered {
  const remembered = deliveries.reduce(
    (before, [id, said]) => remember(before, fingerprint(id), said),
    NOTHING_REMEMBERED,
  );
  const read = readRecord(writeRecord({ session, ...remembered }));
  if (read.kind !== 'read') throw new Error(read.kind);
  return read.record;
}

describe('a record', () => {
  it('gives back what was written, whatever it holds', () => {
    const aside = 'not\njson "at all"\u2028';
    const written = writeRecord({ session, ...remembering([['a', [note]]]), aside });
    expect(readRecord(written)).toMatchObject({ kind: 'read', record: { session, aside } });
  });

  it('is handed over once as it was written, and read the same afterwards', () => {
    const missed = { ...session, pending: undefined, misses: 2 };
    const written = writeRecord({ session: missed, ...NOTHING_REMEMBERED });
    const [handedOver, read] = [readRecord(written), readRecord(written)];
    expect(handedOver).toMatchObject({ record: { session: expect.objectContaining({ misses: 2 }) } });
    expect(handedOver.kind === 'read' && handedOver.record.session).toBe(missed);
    expect(read.kind === 'read' && read.record.session).not.toBe(missed);
    expect(JSON.stringify(read)).toBe(JSON.stringify(handedOver));
  });

  it('of before other areas kept their notes has their answers', () => {
    const run = {
      dialog: 'quick-check',
      version: '2.1.0',
      startedAt: 1,
      stage: 'finished',
      answers: { judged: 'work' },
      ...{ passed: [], reasons: {}, notes: { need: 'sivu 4' }, colleague: [] },
    };
    const others = [{ judged: 'culture', need: 'yes' }];
    const runs = { 'quick-check': { ...run, others }, workbook: { ...run, dialog: 'workbook' } };
    const head = { schema: 4, session: { locale: 'fi', serial: 2, misses: 0, runs }, applied: '' };
    const told = { answers: others[0], passed: [], reasons: {}, notes: {}, colleague: [] };
    expect(readRecord(JSON.stringify(head))).toMatchObject({
      kind: 'read',
      record: { session: { runs: { ...runs, 'quick-check': { ...run, others: [told] } } } },
    });
  });

  it('knows the replies of a repeated delivery again', () => {
    expect(repliesTo(remembering([['a', [note]]]), fingerprint('a'))).toEqual([note]);
  });

  it('knows a repeated delivery also where no replies are kept', () => {
    const remembered = remembering([
      ['a', []],
      ['b', [note]],
      ['c', []],
    ]);
    expect(['a', 'b', 'c'].map(id => repliesTo(remembered, fingerprint(id)))).toEqual([[], [note], []]);
    expect(repliesTo(remembered, fingerprint('d'))).toBeUndefined();
  });

  it('keeps few replies and forgets the oldest deliveries', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `delivery-${index}`);
    const remembered = remembering(ids.map(id => [id, [note]]));
    const kept = ids.map(id => repliesTo(remembered, fingerprint(id)));
    expect(kept.filter(replies => replies === undefined)).toHaveLength(6);
    expect(kept.slice(-3)).toEqual([[], [note], [note]]);
  });

  it('takes no fingerprint for one that lies across two others', () => {
    const remembered = remembering([
      ['a', []],
      ['b', []],
    ]);
    const across = remembered.applied.slice(5, 15);
    expect(repliesTo(remembered, across)).toBeUndefined();
  });
});

describe('a record of the shape before', () => {
  /** The session as records held it then, with no runs. */
  const { runs: _, ...earlier } = session;

  it('is read: the session goes on, and its deliveries are known', () => {
    const before = {
      schema: 1,
      session: earlier,
      deliveries: [
        [fingerprint('b'), [note]],
        [fingerprint('a'), []],
      ],
    };
    const read = readRecord(JSON.stringify(before));
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.record.session).toEqual(session);
    expect(['a', 'b', 'c'].map(id => repliesTo(read.record, fingerprint(id)))).toEqual([[], [], undefined]);
  });

  const reading = { kind: 'reading', step: 'need', input: 'need', nonce: '2', value: 'yes' };
  const remark = { area: 'work', service: 'job-matching', status: 'inuse', usageRate: 70, cases: 5 };
  const remarks = { kind: 'workbook-reading', nonce: '2', remarks: [remark] };
  const read = { kind: 'reading', nonce: '2', entries: [{ key: 'need', value: 'yes' }] };
  const readOfService = {
    kind: 'reading',
    nonce: '2',
    entries: [
      { key: 'work.job-matching.status', value: 'inuse' },
      { key: 'work.job-matching.usage-rate', value: 70 },
      { key: 'work.job-matching.cases', value: 5 },
    ],
  };

  it.each([
    [
      { ...reading, card: '1' },
      { ...read, beneath: { kind: 'step', step: 'need', nonce: '1' } },
    ],
    [
      { ...remarks, card: { place: 'services:work:1', nonce: '1' } },
      { ...readOfService, beneath: { kind: 'step', step: 'work.statuses.1', nonce: '1' } },
    ],
    [reading, read],
    [remarks, readOfService],
  ])('bears what lay beneath a side question: %j', (pending, migrated) => {
    const before = { schema: 2, session: { ...earlier, pending }, applied: '' };
    const now = readRecord(JSON.stringify(before));
    if (now.kind !== 'read') throw new Error(now.kind);
    expect(now.record.session.pending).toEqual(migrated);
  });
});
