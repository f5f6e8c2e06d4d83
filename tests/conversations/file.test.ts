/** A filled file that comes into a conversation: it speaks for the parts it tells of, and takes nothing else away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { newSession, type Run, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { withInstruments } from '../support/own-instrument.ts';
import { writeInstrument } from '../support/write-instrument.ts';

const YAML = `
lists:
  areas: { items: [{ id: work }, { id: water }, { id: roads }] }
  services: { of: areas, own: 3, items: { work: [{ id: advice }], water: [{ id: pipes }], roads: [{ id: ploughing }] } }
scales:
  done: { read: yesno, options: { yes: 1, no: 0 } }
steps:
  - { id: areas, type: choose, list: areas }
  - id: each-area
    type: each
    list: areas
    items: chosen
    steps:
      - { id: used, type: table, list: services, inputs: [{ id: done, type: choice, scale: done }] }
  - { id: money, type: number, min: 0, max: 100, unit: euros }
`;

const folder = mkdtempSync(join(tmpdir(), 'file-'));
let context: ConversationContext;
beforeAll(() => {
  writeInstrument(folder, YAML);
  const own = withInstruments(folder);
  expect(own.content.leftOut).toEqual([]);
  context = own.context;
});
afterAll(() => rmSync(folder, { recursive: true }));

const EARLIER: Answers = {
  areas: ['work', 'water'],
  'work.advice.done': 'no',
  'work.own-1.name': 'Kirjastoauto',
  'work.own-1.done': 'yes',
  'water.pipes.done': 'yes',
  money: 5,
};

function session(change: Partial<Run> = {}): Session {
  const run: Run = {
    dialog: 'tried',
    version: '1.0.0',
    startedAt: 7,
    stage: 'finished',
    answers: EARLIER,
    passed: ['water.used.1'],
    reasons: {},
    notes: { 'water.used.1': 'kysy Ainolta' },
    colleague: ['water.used.1'],
    ...change,
  };
  return { ...newSession('fi'), runs: { tried: run } };
}

function imported(before: Session, answers: Answers) {
  const entries = Object.entries(answers).map(([key, value]) => ({ key, value }));
  const turn = takeTurn({ context, session: before, now: 0 }, { kind: 'file', dialog: 'tried', entries });
  const reply = turn.replies.find(({ kind }) => kind === 'imported');
  return { run: turn.session.runs.tried, reply };
}

const place = (item: string) => ({ list: 'areas', item });

it.each<[string, Answers, Answers, object]>([
  [
    'of one area: that area is as the file says, the others as they were',
    { 'work.advice.done': 'yes' },
    { areas: ['work', 'water'], 'work.advice.done': 'yes', 'water.pipes.done': 'yes', money: 5 },
    { items: [place('work')], count: 1, replaced: 3, stayed: [place('water')] },
  ],
  [
    'of another area: it is chosen, and nothing is replaced',
    { 'roads.ploughing.done': 'yes' },
    { ...EARLIER, areas: ['work', 'water', 'roads'], 'roads.ploughing.done': 'yes' },
    { items: [place('roads')], count: 1, replaced: 0, stayed: [place('work'), place('water')] },
  ],
  [
    'of a question by itself',
    { money: 6 },
    { ...EARLIER, money: 6 },
    { items: [], count: 0, replaced: 1, stayed: [place('work'), place('water')] },
  ],
  [
    'with the same answers',
    EARLIER,
    EARLIER,
    { items: [place('work'), place('water')], count: 3, replaced: 0, stayed: [] },
  ],
  [
    'that is empty',
    {},
    EARLIER,
    { items: [], count: 0, replaced: 0, stayed: [place('work'), place('water')] },
  ],
])('a file %s', (_what, file, answers, told) => {
  const { run, reply } = imported(session(), file);
  expect(run?.answers).toEqual(answers);
  expect(reply).toMatchObject(told);
  expect(run).toMatchObject({
    startedAt: 7,
    notes: { 'water.used.1': 'kysy Ainolta' },
    colleague: ['water.used.1'],
  });
  expect(run?.passed).toContain('water.used.1');
});

it('a file into a conversation that has answered nothing', () => {
  const { run, reply } = imported(newSession('fi'), { 'work.advice.done': 'yes', money: 1 });
  expect(run?.answers).toEqual({ areas: ['work'], 'work.advice.done': 'yes', money: 1 });
  expect(reply).toMatchObject({ items: [place('work')], replaced: 0, stayed: [] });
});

it('a file into a run of an earlier version: answers that fit are carried over', () => {
  const before = session({ version: '0.9.0', answers: { ...EARLIER, gone: 'yes' } });
  const { run } = imported(before, { 'work.advice.done': 'yes' });
  expect(run).toMatchObject({ version: '1.0.0', answers: { 'water.pipes.done': 'yes', money: 5 } });
  expect(run?.answers).not.toHaveProperty('gone');
});

it('a file that is refused changes nothing', () => {
  const before = session();
  const entries = [{ key: 'money', value: 101 }];
  const turn = takeTurn({ context, session: before, now: 0 }, { kind: 'file', dialog: 'tried', entries });
  expect(turn.replies).toMatchObject([{ kind: 'refused' }]);
  expect(turn.session).toEqual(before);
});
