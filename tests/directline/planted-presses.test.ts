/** Presses that no card of ours offers: whatever is in them, the open question stays as it was. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { buttonsIn, openChat, type Robot } from '../support/robot.ts';

let app: AppInProcess;
let robot: Robot;
let other: Robot;

beforeAll(async () => {
  app = await appInProcess();
  [robot, other] = [await openChat(app.address), await openChat(app.address)];
  for (const one of [robot, other]) for (const said of ['aloita', 'ohita']) await one.send(said);
});

afterAll(() => app.close());

/** The answers that the open question offers. */
async function offered(one: Robot): Promise<Record<string, unknown>[]> {
  return buttonsIn(await one.everything()).filter(data => data.do === 'answer');
}

const MADE_UP: readonly (readonly [string, (open: Record<string, unknown>) => object])[] = [
  ['an unknown question', open => ({ ...open, step: 'no-such-question' })],
  ['another question, not asked yet', open => ({ ...open, step: 'ecosystem' })],
  ['a question that objects have by themselves', open => ({ ...open, step: 'constructor' })],
  ['a value that is none of its answers', open => ({ ...open, value: 'maybe' })],
  ['a value that objects have by themselves', open => ({ ...open, value: 'toString' })],
  ['a number', open => ({ ...open, value: 1 })],
  ['a list', open => ({ ...open, value: ['yes'] })],
  ['an object', open => ({ ...open, value: { $ne: null } })],
  ['no value', open => ({ ...open, value: undefined })],
  ['a nonce that was never given', open => ({ ...open, nonce: 'zzzz' })],
  [
    'a prototype',
    open => JSON.parse(`{"do":"form","step":"need","nonce":"${open.nonce}","__proto__":{"need":"yes"}}`),
  ],
  ['a place in a workbook', open => ({ ...open, step: 'environment.water.status', value: 'inuse' })],
  ['a command that is none', () => ({ do: 'command', name: '__proto__' })],
];

it.each(MADE_UP)('%s answers nothing', async (_what, press) => {
  const before = await offered(robot);
  const [open] = before;
  expect(open?.step).toBe('need');
  const { status } = await robot.send(press(open ?? {}));
  expect(status).toBe(200);
  const steps = new Set((await offered(robot)).map(({ step }) => step));
  expect([...steps]).toEqual(['need']);
  expect('need' in {}).toBe(false);
});

it('a later question’s button from another page answers nothing', async () => {
  for (let turn = 0; turn < 2; turn++) await other.send((await offered(other))[0] ?? {});
  const [later] = await offered(other);
  expect(later?.step).toBe('plan');
  await robot.send(later ?? {});
  expect(new Set((await offered(robot)).map(({ step }) => step))).toEqual(new Set(['need']));
});

it('the offered one answers afterwards as ever', async () => {
  const [open] = await offered(robot);
  await robot.send(open ?? {});
  expect((await offered(robot)).some(({ step }) => step === 'need')).toBe(false);
});
