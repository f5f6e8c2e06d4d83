/** A quick check that was under way in an earlier version goes on where it was. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { pressSchema } from '../../src/conversation/press.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { readRecord, repliesTo } from '../../src/turns/record.ts';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';
import { bytesOf, headOf, RECORDS, recordIn, sessionIn } from './november-bytes.ts';

const runSchema = z.object({ run: z.looseObject({ skipped: z.array(z.string()) }).optional() });

describe('a stored record', () => {
  it('of every version there was is read', () => {
    expect([...new Set(RECORDS.map(name => headOf(name).schema))].sort()).toEqual([1, 2, 3]);
    expect(RECORDS.filter(name => readRecord(bytesOf(name)).kind !== 'read')).toEqual([]);
  });

  it.each(RECORDS)('%s keeps its quick check word for word', name => {
    const { run } = runSchema.parse(headOf(name).session);
    const { skipped: passed, ...same } = run ?? { skipped: [] };
    expect(sessionIn(name).runs['quick-check']).toEqual(run && { ...same, passed });
  });

  it.each(RECORDS)('%s knows its deliveries again', name => {
    const { applied, replies } = recordIn(name);
    expect(repliesTo({ applied, replies }, applied.slice(0, 10))).toBeDefined();
  });

  it('gives a repeated delivery the replies of then, as they are now', () => {
    const { applied, replies } = recordIn('record-caller');
    const again = repliesTo({ applied, replies }, applied.slice(0, 10)) ?? [];
    expect(again.map(({ reply }) => reply)).toMatchObject([
      { kind: 'answered', step: 'areas', replaces: '3', values: { areas: ['work'] } },
      { kind: 'question', step: 'work.statuses.1', nonce: '4' },
    ]);
  });

  it.each([
    ['cut off', bytesOf('record-quick-reading').slice(0, 400)],
    ['of a later version', bytesOf('record-quick-reading').replace('"schema":2', '"schema":99')],
    ['with a stage that never was', bytesOf('record-quick-reading').replace('"asking"', '"resting"')],
    [
      'with an answer that is none',
      bytesOf('record-workbook-card').replace('"status":"none"', '"status":{}'),
    ],
    ['of a version before all', bytesOf('record-quick-reading').replace('"schema":2', '"schema":0')],
  ])('%s is handed back untouched', (_, aside) => {
    expect(readRecord(aside)).toEqual({ kind: 'unreadable', aside });
  });
});

type Rows = [string, string][];

const ON_TO_THE_RESULT: Rows = [
  ['[81,5]', 'answered usage-rate=81.5 | question phases 10/13'],
  ['täysin digitaalinen', 'input phase-initiation'],
  ['[#skip]', 'answered phases skipped | question new-targets 11/13'],
  ['ei', 'answered new-targets=no | question analysed-data 12/13'],
  ['ei', 'answered analysed-data=no | question ecosystem 13/13'],
  ['en tiedä', 'answered ecosystem=unknown | summary 11 answers'],
  ['[/finish]', 'result 0–0'],
];

const MOVED = { kind: 'notice', notice: 'version-moved' };

const GOES_ON: readonly (readonly [record: string, rows: Rows])[] = [
  [
    'record-quick-reading',
    [['joo', 'version-moved | answered resident-use=yes | question usage-rate 9/13'], ...ON_TO_THE_RESULT],
  ],
  [
    'record-quick-reading',
    [
      ['[?no]', 'version-moved | question resident-use 8/13'],
      ['[yes]', 'answered resident-use=yes | question usage-rate 9/13'],
    ],
  ],
  [
    'schema-1-quick-reading',
    [['[?yes]', 'version-moved | answered resident-use=yes | question usage-rate 9/13']],
  ],
  [
    'schema-3-quick-reading',
    [['[?yes]', 'version-moved | answered resident-use=yes | question usage-rate 9/13']],
  ],
  [
    'record-quick-form',
    [
      ['osin', 'version-moved | input phase-decision'],
      ['[#skip]', 'answered phases skipped | question use-or-rate 10/14'],
    ],
  ],
  ['record-quick-reason', [['[reason: Maksuttomat palvelut]', 'version-moved | question use-or-rate 10/14']]],
  ['record-quick-reason', [['Maksuttomat palvelut', 'version-moved | question use-or-rate 10/14']]],
  ['record-quick-note', [['strategian sivu 4', 'version-moved | note-saved | question plan 3/13']]],
  ['record-quick-visited', [['[no]', 'version-moved | answered plan=no | summary 16 answers']]],
  ['record-quick-keep-note', [['joo', 'version-moved | note-saved | question usage-rate 9/13']]],
  ['record-quick-erase', [['ei', 'version-moved | kept-as-is | question resident-use 8/13']]],
  ['record-quick-erase', [['[?yes]', 'erased']]],
];

describe('a quick check that was open moves to the version in force, and', () => {
  it.each(GOES_ON)('%s takes what comes next', (name, rows) => {
    play(realContext, rows, { session: sessionIn(name) });
  });

  it('takes a press on the card that stands beneath a question aside', () => {
    const press = pressSchema.parse({ do: 'answer', step: 'resident-use', nonce: 'a', value: 'yes' });
    const turn = takeTurn(
      { context: realContext, session: sessionIn('record-quick-reading'), now: 0 },
      { kind: 'press', press },
    );
    expect(turn.replies).toMatchObject([
      MOVED,
      { kind: 'answered', step: 'resident-use', replaces: 'a', values: { 'resident-use': 'yes' } },
      { kind: 'question', step: 'usage-rate' },
    ]);
  });

  it.each(RECORDS.filter(name => name.includes('quick')))('%s: a press on an older card is stale', name => {
    const session = sessionIn(name);
    const press = pressSchema.parse({ do: 'answer', step: 'need', nonce: '1', value: 'no' });
    const turn = takeTurn({ context: realContext, session, now: 0 }, { kind: 'press', press });
    expect(turn.replies.slice(0, 2)).toEqual([MOVED, { kind: 'notice', notice: 'stale' }]);
    const { answers } = session.runs['quick-check'] ?? {};
    expect(turn.session.runs['quick-check']?.answers).toEqual(answers);
  });

  it('is gone back to by a button of its old summary', () => {
    const press = pressSchema.parse({ do: 'edit', step: 'plan' });
    const turn = takeTurn(
      { context: realContext, session: sessionIn('record-quick-reading'), now: 0 },
      { kind: 'press', press },
    );
    expect(turn.replies).toMatchObject([MOVED, { kind: 'question', step: 'plan' }]);
  });
});
