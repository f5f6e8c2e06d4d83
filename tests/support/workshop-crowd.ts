/** A crowd in a workshop: a Teams group that began it, members in the web chat with open sockets, and its page. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import * as z from 'zod';
import type { RecordingConnector } from '../bot/recording-connector.ts';
import { teamsActivities, USER } from '../bot/teams-activities.ts';
import { openChat } from './robot.ts';

export interface Group {
  readonly id: string;
  readonly code: string;
  /** Does something in the group as one of its people. Rejects where nobody answers. */
  press(
    value: object,
    who?: { readonly person?: string; readonly at?: string; readonly id?: string },
  ): Promise<number>;
  /** Everything that was written to the group. */
  said(): string;
}

const GROUP_ID = () => `19:${randomUUID()}@thread.v2`;

/** "@Porrasbotti työpaja" in a group of its own, begun on the quick check. */
export async function workshopInTeams(address: string, connector: RecordingConnector): Promise<Group> {
  const activities = teamsActivities(connector.serviceUrl);
  const conversation = {
    isGroup: true,
    conversationType: 'groupChat',
    tenantId: '00000000-0000-4000-8000-00000000aaaa',
    id: GROUP_ID(),
  };
  const said = () =>
    JSON.stringify(connector.sent.filter(({ path }) => path.includes(encodeURIComponent(conversation.id))));
  const call = async (activity: object, at: string) => {
    const response = await fetch(`${at}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const press: Group['press'] = (value, { person = USER, at = address, id = randomUUID() } = {}) =>
    call(activities.press(value, { id, conversation, from: { id: person, name: person } }), at);
  await call(
    activities.groupMention({
      id: randomUUID(),
      conversation,
      text: '<at>Porrasbotti</at>&nbsp;työpaja',
      attachments: [],
    }),
    address,
  );
  await press({ do: 'workshop', act: 'start', what: 'quick-check/all' });
  const found = await until(() => {
    const [, id, code] =
      /workshop\?lang=fi#([\w-]{22})/.exec(said()) && /[A-Z]{4}-\d{4}/.exec(said())
        ? ['', /workshop\?lang=fi#([\w-]{22})/.exec(said())?.[1], /[A-Z]{4}-\d{4}/.exec(said())?.[0]]
        : [];
    return id !== undefined && code !== undefined ? { id, code } : undefined;
  });
  return { ...found, press, said };
}

/** Somebody who answers: the same ballot under the same id, however often. */
export interface Voter {
  cast(): Promise<number>;
  /** What the person is told of it; resolves when it has come. Nothing is said in a group. */
  readonly heard: () => Promise<void>;
  close(): void;
}

export type Answers = Readonly<Record<string, string>>;

export function ballotOf(id: string, answers: Answers): object {
  const fields = Object.entries(answers).map(([key, value]) => [`q:${key}`, value]);
  return { do: 'workshop', act: 'cast', id, ...Object.fromEntries(fields) };
}

/** One of the group, who presses its card. */
export function inTeams(
  group: Group,
  at: string,
  { person, answers }: { person: string; answers: Answers },
): Voter {
  const id = randomUUID();
  return {
    cast: () => group.press(ballotOf(group.id, answers), { person, at, id }),
    heard: async () => undefined,
    close: () => undefined,
  };
}

/** Somebody in the web chat, joined by the code, with a socket open. */
export async function onTheWeb(
  { id, code }: Pick<Group, 'id' | 'code'>,
  address: string,
  answers: Answers,
): Promise<Voter> {
  const robot = await openChat(address);
  const socket = new WebSocket(robot.streamUrl);
  const frames: string[] = [];
  socket.on('message', data => frames.push(String(data)));
  // A server that is killed takes its sockets with it.
  socket.on('error', () => undefined);
  await new Promise<void>(resolve => socket.once('open', () => resolve()));
  await robot.send({ do: 'workshop', act: 'join', what: code });
  const delivery = randomUUID();
  return {
    cast: async () => (await robot.send(ballotOf(id, answers), { id: delivery, at: address })).status,
    heard: async () => {
      await until(() => (frames.join().includes('tallessa ilman nime') ? 'heard' : undefined));
    },
    close: () => socket.close(),
  };
}

const pageSchema = z.object({
  workshop: z.looseObject({
    answered: z.number(),
    phase: z.string(),
    questions: z.array(
      z.looseObject({ key: z.string(), bars: z.array(z.object({ text: z.string(), share: z.number() })) }),
    ),
    result: z.array(z.looseObject({ text: z.string().optional() })).optional(),
  }),
});

/** The page as its script asks for it, with or without the secret. */
export async function pageOf(address: string, key: string) {
  const response = await fetch(`${address}/api/workshop?lang=fi`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return pageSchema.parse(await response.json()).workshop;
}

/** All at once, spread over so many milliseconds; how long each took, and what it was answered with. */
export async function allWithin(ms: number, voters: readonly Voter[]) {
  return Promise.all(
    voters.map(async (voter, index) => {
      await pause((ms * index) / voters.length);
      const began = performance.now();
      const status = await voter.cast();
      return { status, ms: performance.now() - began };
    }),
  );
}

const PATIENCE_MS = 30_000;

/** What is looked for, once it is there. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const began = Date.now(); ; await pause(25)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() - began > PATIENCE_MS) throw new Error('it did not come');
  }
}
