/** Reads a conversation's log as Direct Line activities. Nothing rendered is kept: the log holds what was meant. */
import { z } from 'zod';
import type { Reply, Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import { activityJson } from '../presentation/activity-json.ts';
import { asciiJson, JsonText } from '../presentation/json-text.ts';
import type { ConversationKey, LogEntry, Store } from '../store/port.ts';
import type { LoggedLine, LogLine } from '../turns/turns.ts';
import { keyOf } from './conversation-key.ts';
import { parseLine } from './log-line.ts';
import { type DirectLineEvent, traceOf } from './refusal.ts';

/** What a client gets at once. */
export interface ActivitySet {
  /** Each as JSON. */
  readonly activities: readonly string[];
  /** Where the client's next reading goes on; missing when there is nothing at all. */
  readonly watermark: string | undefined;
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
  /** The same of lines that are at hand, so that nothing needs to be read: the next ones after the watermark. */
  show(lines: readonly LoggedLine[], reading: Reading): Promise<ActivitySet>;
}

export interface TranscriptDependencies {
  readonly store: Pick<Store, 'readLog'>;
  readonly render: (said: Said, key: ConversationKey) => readonly OutgoingActivity[];
  readonly log: (event: DirectLineEvent) => void;
}

export const BOT = { id: 'porrasbotti', name: 'Porrasbotti', role: 'bot' } as const;
const PAGE = 50;

export function createTranscript(dependencies: TranscriptDependencies): Transcript {
  const show = async (lines: readonly ShownLine[], reading: Reading): Promise<ActivitySet> => {
    const activities: string[] = [];
    for (const line of lines) activities.push(...(await showLine(dependencies, line, reading)));
    return { activities, watermark: lines.at(-1)?.entryId ?? reading.after };
  };
  return {
    show,
    read: async reading => {
      const { conversation, after } = reading;
      const entries = await dependencies.store.readLog(keyOf(conversation), after, PAGE);
      const set = await show(entries.map(parsedEntry), reading);
      return { set, more: entries.length < PAGE ? 'no' : 'perhaps' };
    },
  };
}

/** The set as a client gets it. */
export function setJson({ activities, watermark }: ActivitySet): JsonText {
  const end = watermark === undefined ? '' : `,"watermark":${asciiJson(watermark)}`;
  return new JsonText(`{"activities":[${activities.join(',')}]${end}}`);
}

interface ShownLine {
  readonly entryId: string;
  /** Undefined when it is in no form known here. */
  readonly line: LogLine | undefined;
}

function parsedEntry({ id, value }: LogEntry): ShownLine {
  return { entryId: id, line: parseLine(value) };
}

/** A line that cannot be read or rendered shows as nothing: it must not hide the rest of the conversation. */
async function showLine(
  dependencies: TranscriptDependencies,
  { entryId, line }: ShownLine,
  reading: Reading,
): Promise<readonly string[]> {
  if (!line) dependencies.log({ kind: 'unreadable-line', error: 'form', at: [] });
  if (line?.by !== 'bot') return echoed(line?.activity, reading.conversation);
  const { conversation } = reading;
  const place = await placeOf(dependencies, { entryId, line, reading });
  try {
    const rendered = dependencies.render(line.said, keyOf(conversation));
    return rendered.map((activity, index) => addressed(activity, { ...line, conversation, index, place }));
  } catch (error) {
    dependencies.log({ kind: 'unreadable-line', ...traceOf(error) });
    return [];
  }
}

type BotLine = Extract<LogLine, { by: 'bot' }>;

/** An activity with an id of its own takes an earlier one's place; the others are numbered after their line. */
function addressed(
  activity: OutgoingActivity,
  {
    id,
    said,
    conversation,
    index,
    at,
    place,
  }: BotLine & { conversation: string; index: number; place: number },
): string {
  const own = activity.id;
  return activityJson(activity, {
    id: own === undefined ? `${id}${index === 0 ? '' : `.${index}`}` : `${conversation}|${own}`,
    timestamp: new Date(own === undefined ? at : place).toISOString(),
    locale: activity.locale === undefined ? said.locale : undefined,
    channelId: 'directline',
    conversation: { id: conversation },
    from: BOT,
  });
}

/**
 * The moment that decides where a client puts what the line replaces. Clients order bubbles by time, so an answered
 * question bears the time it was asked at, or it would jump below the answer.
 */
async function placeOf(
  { store }: TranscriptDependencies,
  { entryId, line, reading }: { entryId: string; line: BotLine; reading: Reading },
): Promise<number> {
  const { at, said } = line;
  const { conversation, asked } = reading;
  const { reply } = said;
  if (reply.kind !== 'answered') {
    noteQuestion({ at, reply }, asked);
    return at;
  }
  let after: string | undefined;
  while (!asked.has(reply.nonce)) {
    const page = await store.readLog(keyOf(conversation), after, PAGE);
    for (const { value } of page) {
      const earlier = parseLine(value);
      if (earlier?.by === 'bot') noteQuestion({ at: earlier.at, reply: earlier.said.reply }, asked);
    }
    if (page.length < PAGE || page.some(({ id }) => id === entryId)) break;
    after = page.at(-1)?.id;
  }
  return asked.get(reply.nonce) ?? at;
}

function noteQuestion({ at, reply }: { at: number; reply: Reply }, asked: Asked): void {
  if ('nonce' in reply && reply.kind !== 'answered') asked.set(reply.nonce, at);
}

/** Only what a client may have sent is shown back: nothing the channel logged for itself. */
const echoSchema = z.looseObject({ id: z.string(), type: z.enum(['message', 'event']), from: z.string() });

function echoed(activity: unknown, conversation: string): readonly string[] {
  const { data } = echoSchema.safeParse(activity);
  if (!data) return [];
  const from = { id: data.from, role: 'user' };
  const shown = {
    ...data,
    channelId: 'directline',
    conversation: { id: conversation },
    from,
    recipient: BOT,
  };
  return [asciiJson(shown)];
}
