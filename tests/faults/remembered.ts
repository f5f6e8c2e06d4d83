/**
 * What the bot must remember, in ten lines, and what random people do to it: they answer, go back, say the same twice,
 * press what is past, erase everything, while the bot and its store are killed under them.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Session } from '../../src/conversation/session.ts';
import { keyOf } from '../../src/directline/conversation-key.ts';
import { type Store, StoreUnavailable } from '../../src/store/port.ts';
import { readRecord } from '../../src/turns/record.ts';
import type { BuiltServer } from '../support/built-server.ts';
import { openChat, type Robot } from '../support/robot.ts';

/** The instrument they answer: as many questions as let people meet each of them again. */
export const QUESTIONS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;
const VALUES = ['yes', 'partly', 'no', 'unknown'] as const;
export const TRIED_YAML = `
scales: { kept: { read: yesno, options: { yes: 1, partly: 0.5, no: 0 } } }
steps:
${QUESTIONS.map(id => `  - { id: ${id}, type: choice, scale: kept }`).join('\n')}
`;

/** The model: each person's answers, changed by what was acknowledged and by nothing else. */
export class Model {
  readonly answers: Map<number, Record<string, string>> = new Map();
  answer(person: number, question: string, value: string): void {
    this.answers.set(person, { ...this.of(person), [question]: value });
  }
  erase(person: number): void {
    this.answers.delete(person);
  }
  of(person: number): Record<string, string> {
    return this.answers.get(person) ?? {};
  }
}

/** The bot under test, its store as another process would read it, and the people who talk to it. */
export interface World {
  readonly bot: BuiltServer;
  readonly store: Store;
  /** Ends what holds the data as a power cut would, and starts it again; nothing where the bot holds it itself. */
  readonly killStore: () => Promise<void>;
  readonly people: Person[];
  /** What has been done, for the tally. */
  readonly done: { steps: number; answers: number; kills: number };
  starting?: Promise<void> | undefined;
}

interface Person {
  readonly robot: Robot;
  /** The latest that was said, and under which id. */
  last?: { readonly press: object; readonly id: string };
}

export async function personIn({ address }: BuiltServer): Promise<Person> {
  const robot = await openChat(address);
  await robot.send({ do: 'command', name: 'start', dialog: 'tried' });
  return { robot };
}

/** Sends until it is acknowledged, always under the same id; whoever is gone is started again. */
async function insist(world: World, person: Person, press: object, id?: string): Promise<void> {
  let sent = id;
  const statuses = new Set<number>();
  for (let tries = 0; tries < PATIENCE; tries++) {
    try {
      const answer = await person.robot.send(press, sent === undefined ? {} : { id: sent });
      sent = answer.id;
      person.last = { press, id: answer.id };
      if (answer.status === 200) return;
      statuses.add(answer.status);
    } catch {
      await startedAgain(world);
    }
  }
  throw new Error(`never acknowledged but answered ${[...statuses]}: ${JSON.stringify(press)}`);
}

/** Who is first to find the bot gone starts it; the others wait for that. */
async function startedAgain(world: World): Promise<void> {
  world.starting ??= startInTheEnd(world.bot).finally(() => {
    world.starting = undefined;
  });
  await world.starting;
}

/** As a service manager starts what has ended: the store may be too busy to answer a start in time. */
async function startInTheEnd(bot: BuiltServer, tries = 5): Promise<void> {
  await bot.start().catch(error => {
    if (tries <= 1) throw error;
    return startInTheEnd(bot, tries - 1);
  });
}

/** Tries before something is held to be stuck: a store that starts again answers within a second or two. */
const PATIENCE = 300;

async function sessionOf({ store }: World, person: Person): Promise<Session> {
  const read = readRecord(await recordOf(store, person));
  if (read.kind !== 'read') throw new Error(`the record is ${read.kind}`);
  return read.record.session;
}

/** A busy machine may let a reading come too late; what is kept does not change by that. */
async function recordOf(store: Store, person: Person, tries = 50): Promise<string | undefined> {
  try {
    return (await store.load(keyOf(person.robot.conversationId), 'record')).record;
  } catch (error) {
    if (!(error instanceof StoreUnavailable) || tries <= 1) throw error;
    return recordOf(store, person, tries - 1);
  }
}

export async function answersOf(world: World, person: Person): Promise<Answers> {
  return (await sessionOf(world, person)).runs.tried?.answers ?? {};
}

type Command = fc.AsyncCommand<Model, World>;

/** One thing that a person does; afterwards everybody's answers are as the model has them. */
function command(name: string, who: number, run: (doing: Doing) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => `${name} by ${who}`,
    run: async (model, world) => {
      const person = world.people[who];
      if (!person) throw new Error(`there is nobody ${who}`);
      await run({ model, world, who, person });
      for (const [index, one] of world.people.entries())
        expect(await answersOf(world, one), `${name} by ${who}`).toEqual(model.of(index));
      world.done.steps += 1;
    },
  };
}

interface Doing {
  readonly model: Model;
  readonly world: World;
  readonly who: number;
  readonly person: Person;
}

type Answering = Extract<Press, { do: 'answer' }>;

/** Opens the question if it is not what is asked now, as from the summary, and gives the press that answers it. */
async function opened({ world, person }: Doing, question: string, value: string): Promise<Answering> {
  const before = await sessionOf(world, person);
  if (before.active !== 'tried')
    await insist(world, person, { do: 'command', name: 'start', dialog: 'tried' });
  if (stepIn(before) !== question) await insist(world, person, { do: 'go', to: question });
  const { pending } = await sessionOf(world, person);
  if (pending?.kind !== 'step') throw new Error(`${question} was not asked`);
  return { do: 'answer', step: question, nonce: pending.nonce, value };
}

function stepIn({ pending }: Session): string | undefined {
  return pending?.kind === 'step' ? pending.step : undefined;
}

type Manner = 'undisturbed' | 'bot killed' | 'store killed';

async function answer(
  doing: Doing,
  [question, value, manner]: readonly [string, string, Manner],
): Promise<void> {
  const { model, world, person, who } = doing;
  const press = await opened(doing, question, value);
  await Promise.all([insist(world, person, press), disturb(world, manner)]);
  world.done.answers += 1;
  model.answer(who, question, value);
}

async function disturb(world: World, manner: Manner): Promise<void> {
  if (manner === 'undisturbed') return;
  world.done.kills += 1;
  await (manner === 'bot killed' ? world.bot.kill() : world.killStore());
}

/** Two answers to one question at the same moment: one counts, whole. */
async function answerTwice(
  doing: Doing,
  [question, ...values]: readonly [string, string, string],
): Promise<void> {
  const { model, world, person, who } = doing;
  const press = await opened(doing, question, values[0]);
  await Promise.all(values.map(value => insist(world, person, { ...press, value })));
  const kept = (await answersOf(world, person))[question];
  expect(values).toContain(kept);
  model.answer(who, question, String(kept));
}

async function repeat({ world, person }: Doing): Promise<void> {
  if (person.last) await insist(world, person, person.last.press, person.last.id);
}

/** A button of a question that was asked long ago. */
async function pressPast(
  { world, person }: Doing,
  [question, value]: readonly [string, string],
): Promise<void> {
  await insist(world, person, { do: 'answer', step: question, nonce: '0', value });
}

async function erase({ model, world, person, who }: Doing): Promise<void> {
  await insist(world, person, { do: 'command', name: 'erase' });
  const { pending } = await sessionOf(world, person);
  if (pending?.kind !== 'confirm') throw new Error('nobody asked whether to erase');
  await insist(world, person, { do: 'confirm', nonce: pending.nonce, value: 'yes' });
  // The tokens of what was erased open nothing any more: the same person comes anew.
  world.people[who] = await personIn(world.bot);
  model.erase(who);
}

async function walkBack({ world, person }: Doing): Promise<void> {
  await insist(world, person, { do: 'command', name: 'back' });
}

/** So many commands of so many people: the same for the same seed. */
export function commandsOf(seed: number, count: number, people: number): readonly Command[] {
  const who = fc.nat(people - 1);
  const question = fc.constantFrom(...QUESTIONS);
  const value = fc.constantFrom(...VALUES);
  const manner = fc.oneof(
    { weight: 30, arbitrary: fc.constant('undisturbed' as const) },
    { weight: 1, arbitrary: fc.constantFrom('bot killed' as const, 'store killed' as const) },
  );
  const made = <Args>(
    name: string,
    run: (doing: Doing, args: Args) => Promise<void>,
    args: fc.Arbitrary<Args>,
  ) =>
    fc
      .tuple(who, args)
      .map(([one, given]) => command(`${name} ${JSON.stringify(given)}`, one, doing => run(doing, given)));
  const nothing = fc.constant('');
  const one = fc.oneof(
    { weight: 12, arbitrary: made('answer', answer, fc.tuple(question, value, manner)) },
    { weight: 2, arbitrary: made('answer twice', answerTwice, fc.tuple(question, value, value)) },
    { weight: 2, arbitrary: made('say the same again', repeat, nothing) },
    { weight: 1, arbitrary: made('press what is past', pressPast, fc.tuple(question, value)) },
    { weight: 1, arbitrary: made('go back', walkBack, nothing) },
    { weight: 1, arbitrary: made('erase', erase, nothing) },
  );
  return (
    fc.sample(fc.array(one, { minLength: count, maxLength: count, size: 'max' }), { seed, numRuns: 1 })[0] ??
    []
  );
}
