/**
 * `npx tsx bench/ballot-cost.ts`: what a ballot costs beside an ordinary turn, on one Redis: processor time and time until
 * it is answered, one after the other, rounds in turn.
 */
import { pressSchema } from '../src/conversation/press.ts';
import { openStore } from '../src/store/open-store.ts';
import { createTurns } from '../src/turns/create-turns.ts';
import type { Delivery } from '../src/turns/turns.ts';
import { shippedContext } from '../tests/support/real-context.ts';
import { startRedisServer } from '../tests/support/redis-server.ts';

const PEOPLE = 200;
const ROUNDS = 15;

const redis = await startRedisServer({ aof: 'on' });
const store = await openStore({
  dataDir: '',
  redisUrl: redis.url,
  ttlDays: 30,
  now: Date.now,
  onProblem: () => undefined,
});
const turns = createTurns({ store, context: shippedContext, now: Date.now, count: () => undefined });
let deliveries = 0;

async function does(conversation: string, what: string | object, more: Partial<Delivery> = {}) {
  deliveries += 1;
  const outcome = await turns.process({
    key: { channel: 'bench', conversation },
    deliveryId: String(deliveries),
    locale: 'fi',
    input:
      typeof what === 'string'
        ? { kind: 'text', text: what }
        : { kind: 'press', press: pressSchema.parse(what) },
    voter: conversation,
    codesFrom: conversation,
    out: { to: 'log', heard: {} },
    ...more,
  });
  if (outcome.kind !== 'applied') throw new Error(outcome.kind);
  return outcome.said.map(({ reply }) => reply);
}

const started = await does('lead', { do: 'workshop', act: 'start', what: 'quick-check/all' });
const led = started.find(reply => reply.kind === 'workshop-led');
if (led?.kind !== 'workshop-led') throw new Error('no workshop');
const ballot = {
  do: 'workshop',
  act: 'cast',
  id: led.id,
  'q:need': 'yes',
  'q:plan': 'no',
  'q:money': 'partly',
};
const nonces = new Map<string, string>();
const people = Array.from({ length: PEOPLE }, (_, index) => `person ${index}`);
for (const person of people) {
  await does(person, led.code);
  await does(person, { do: 'command', name: 'start' });
  await does(person, { do: 'go', to: 'need' });
}

async function ordinary(person: string) {
  const asked = await does(person, { do: 'go', to: 'plan' });
  const question = asked.find(reply => reply.kind === 'question');
  nonces.set(person, question?.kind === 'question' ? question.nonce : '0');
}

const kinds = {
  'an ordinary turn': (person: string) =>
    does(person, { do: 'answer', step: 'plan', nonce: nonces.get(person) ?? '0', value: 'yes' }),
  'a ballot, alone': (person: string) => does(person, ballot),
  'a ballot, in a group': (person: string) =>
    turns.process({
      key: { channel: 'bench', conversation: 'lead' },
      deliveryId: person,
      locale: 'fi',
      input: { kind: 'press', press: pressSchema.parse(ballot) },
      voter: person,
      place: 'group',
      out: { to: 'outbox', reference: '' },
    }),
};
const spent = new Map<string, { cpu: number[]; wall: number[] }>();
for (let round = 0; round < ROUNDS; round++) {
  for (const person of people) await ordinary(person);
  for (const [name, turn] of Object.entries(kinds)) {
    const [before, began] = [process.cpuUsage(), performance.now()];
    for (const person of people) await turn(person);
    const { user, system } = process.cpuUsage(before);
    const { cpu, wall } = spent.get(name) ?? { cpu: [], wall: [] };
    cpu.push((user + system) / PEOPLE);
    wall.push(((performance.now() - began) * 1000) / PEOPLE);
    spent.set(name, { cpu, wall });
  }
}
const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const usual = spent.get('an ordinary turn')?.cpu ?? [];
for (const [name, { cpu, wall }] of spent) {
  // Of each round by itself: what else the machine does costs all kinds of a round alike.
  const times = middle(cpu.map((one, round) => one / (usual[round] ?? one)));
  process.stdout.write(
    `${name}: ${middle(cpu).toFixed(0)} µs of processor, ${times.toFixed(2)} of an ordinary turn; ` +
      `answered in ${middle(wall).toFixed(0)} µs\n`,
  );
}
await store.close();
await redis.stop();
