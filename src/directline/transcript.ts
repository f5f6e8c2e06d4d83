/** Reads a conversation's log as Direct Line activities. Nothing rendered is kept: the log holds what was meant. */
import { z } from 'zod';
import type { Reply, Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { ConversationKey, LogEntry, Store } from '../store/port.ts';
import type { LogLine } from '../turns/turns.ts';
import { keyOf } from './conversation-key.ts';
import { parseLine } from './log-line.ts';
import { type DirectLineEvent, traceOf } from './refusal.ts';

/** What a client gets at once. `watermark`: where its next reading goes on; missing when there is nothing at all. */
export interface ActivitySet {
  readonly activities: readonly object[];
  readonly watermark?: string;
}

/** When each nonce was asked under. A reader that keeps this spares looking the questions up again. */
export type Asked = Map<string, number>;

export interface Reading {
  readonly conversation: string;
  /** The reader's watermark; undefined reads from the oldest line kept. */
  readonly after: string | undefined;
  readonly asked: Asked;
}

export interface Page {
  readonly set: ActivitySet;
  /** `perhaps`: the page is full, so there may be more behind it. */
  readonly more: 'perhaps' | 'no';
}

export interface Transcript {
  /** The next lines, at most a page; with none, the same watermark comes back. */
  read(reading: Reading): Promise<Page>;
}

export interface TranscriptDependencies {
  readonly store: Pick<Store, 'readLog'>;
  readonly render: (said: Said, key: ConversationKey) => readonly OutgoingActivity[];
  readonly log: (event: DirectLineEvent) => void;
}

export const BOT = { id: 'porrasbotti', name: 'Porrasbotti', role: 'bot' } as const;
const PAGE = 50;

export function createTranscript(dependencies: TranscriptDependencies): Transcript {
  return {
    read: async ({ conversation, after, asked }) => {
      const entries = await dependencies.store.readLog(keyOf(conversation), after, PAGE);
      const activities: object[] = [];
      for (const entry of entries) {
        activities.push(...(await show(dependencies, { entry, conversation, asked })));
      }
      const watermark = entries.at(-1)?.id ?? after;
      const set = watermark === undefined ? { activities } : { activities, watermark };
      return { set, more: entries.length < PAGE ? 'no' : 'perhaps' };
    },
  };
}

interface Line {
  readonly entry: LogEntry;
  readonly conversation: string;
  readonly asked: Asked;
}

/** A line that cannot be read or rendered shows as nothing: it must not hide the rest of the conversation. */
async function show(dependencies: TranscriptDependencies, line: Line): Promise<readonly object[]> {
  const parsed = parseLine(line.entry.value);
  if (!parsed) dependencies.log({ kind: 'unreadable-line', error: 'form', at: [] });
  if (!parsed || parsed.by === 'user') return echoed(parsed?.activity, line.conversation);
  const place = await placeOf(dependencies, line, parsed);
  try {
    const rendered = dependencies.render(parsed.said, keyOf(line.conversation));
    return rendered.map((activity, index) => addressed(activity, { ...parsed, ...line, index, place }));
  } catch (error) {
    dependencies.log({ kind: 'unreadable-line', ...traceOf(error) });
    return [];
  }
}

type BotLine = Extract<LogLine, { by: 'bot' }>;

/** An activity with an id of its own takes an earlier one's place; the others are numbered after their line. */
function addressed(
  { id: own, ...activity }: OutgoingActivity,
  { id, said, conversation, index, at, place }: BotLine & Line & { index: number; place: number },
): object {
  return {
    ...activity,
    id: own === undefined ? `${id}${index === 0 ? '' : `.${index}`}` : `${conversation}|${own}`,
    timestamp: new Date(own === undefined ? at : place).toISOString(),
    locale: activity.locale ?? said.locale,
    channelId: 'directline',
    conversation: { id: conversation },
    from: BOT,
  };
}

/**
 * The moment that decides where a client puts what the line replaces. Clients order bubbles by time, so an answered
 * question bears the time it was asked at, or it would jump below the answer.
 */
async function placeOf(
  { store }: TranscriptDependencies,
  { entry, conversation, asked }: Line,
  { at, said: { reply } }: BotLine,
): Promise<number> {
  if (reply.kind !== 'answered') {
    noteQuestion({ at, reply }, asked);
    return at;
  }
  let after: string | undefined;
  while (!asked.has(reply.nonce)) {
    const page = await store.readLog(keyOf(conversation), after, PAGE);
    for (const { value } of page) {
      const line = parseLine(value);
      if (line?.by === 'bot') noteQuestion({ at: line.at, reply: line.said.reply }, asked);
    }
    if (page.length < PAGE || page.some(({ id }) => id === entry.id)) break;
    after = page.at(-1)?.id;
  }
  return asked.get(reply.nonce) ?? at;
}

function noteQuestion({ at, reply }: { at: number; reply: Reply }, asked: Asked): void {
  if ('nonce' in reply && reply.kind !== 'answered') asked.set(reply.nonce, at);
}

/** Only what a client may have sent is shown back: nothing the channel logged for itself. */
const echoSchema = z.looseObject({ id: z.string(), type: z.enum(['message', 'event']), from: z.string() });

function echoed(activity: unknown, conversation: string): readonly object[] {
  const { data } = echoSchema.safeParse(activity);
  if (!data) return [];
  const from = { id: data.from, role: 'user' };
  return [{ ...data, channelId: 'directline', conversation: { id: conversation }, from, recipient: BOT }];
}
