/**
 * Hostile activities and files against a whole server, the same for the same seed. `npm run fuzz` sends a hundred
 * thousand; FUZZ_SEED plays another seed.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bombard, type Send } from './bombard.ts';
import { serverUnderFire, type UnderFire } from './server-under-fire.ts';

const FULL = process.env.FUZZ === 'all';
const COUNT = FULL ? 100_000 : 3_000;
const SEED = Number(process.env.FUZZ_SEED ?? 1);

let server: UnderFire;

beforeAll(async () => {
  server = await serverUnderFire();
});

afterAll(() => server.close());

const target = () => ({ seed: SEED, serviceUrl: server.address });

it(`${COUNT} hostile activities and files, seed ${SEED}, are answered without a failure, and nobody hears of another`, {
  timeout: 7_200_000,
}, async () => {
  const { statuses, problems, cases } = await bombard(server, { ...target(), count: COUNT });
  if (FULL) process.stdout.write(`${cases} cases, seed ${SEED}: ${JSON.stringify(statuses)}\n`);
  expect(problems).toEqual([]);
  // What is refused at the door alone would show little.
  expect(statuses[200] ?? 0).toBeGreaterThan(COUNT / 4);
});

/** Faults that the watch must see. */
const PLANTED: readonly (readonly [name: string, plant: (send: Send) => Send])[] = [
  [
    'a failure at a lone surrogate',
    send => async one => (JSON.stringify(one).includes('\\ud800') ? { status: 500, body: '' } : send(one)),
  ],
  [
    'the victim’s words to whoever names the conversation',
    send => async one =>
      one.to === 'chat' && one.conversation === 'the-victims'
        ? { status: 200, body: await server.victim() }
        : send(one),
  ],
  [
    'an answer that never comes to a file cut short',
    send => one => (one.to === 'import' && one.keep < 0.5 ? Promise.reject(new Error('hung up')) : send(one)),
  ],
];

it.each(PLANTED)('%s would be found', async (_, plant) => {
  const { problems } = await bombard({ ...server, send: plant(server.send) }, { ...target(), count: 600 });
  expect(problems.length).toBeGreaterThan(0);
});
