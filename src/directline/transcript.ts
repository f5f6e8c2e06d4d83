/** Reads a conversation's log as Direct Line activities. The log holds meanings; they are drawn each time they are read. */
import type { Reply, Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import { activityJson } from '../presentation/activity-json.ts';
import { JsonText, jsonList } from '../presentation/json-text.ts';
import type { ConversationKey, LogEntry, Store } from '../store/port.ts';
import { readLine } from '../turns/log-line.ts';
import type { Logged, LogLine } from '../turns/turns.ts';
import { type Asked, placeOf } from './asked-at.ts';
import { keyOf } from './conversation-key.ts';
import { type DirectLineEvent, traceOf } from './refusal.ts';
import { erases, ignoreUnavailable, type Revocations } from './revocations.ts';

/** What a client gets at once. */
export interface ActivitySet {
  /** Each as JSON. */
  readonly activities: readonly string[];
  /** Where the client's next reading goes on; missing when there is nothing at all. */
  readonly watermark: string | undefined;
  /** It ends with the word of an erasure: nothing comes after it. */
  readonly end?: 'erased';
}

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
  /** The same of a line that is at hand, so that nothing needs to be read: the next one after the watermark. */
  show(line: Pick<Logged, 'entryId' | 'line'>, reading: Reading): Promise<ActivitySet>;
}

export interface TranscriptDependencies {
  readonly store: Pick<Store, 'readLog'>;
  readonly revocations: Pick<Revocations, 'revoke'>;
  readonly render: (said: Said, key: ConversationKey) => readonly OutgoingActivity[];
  readonly log: (event: DirectLineEvent) => void;
}

export const BOT = { id: 'porrasbotti', name: 'Porrasbotti', role: 'bot' } as const;
const PAGE = 20;

export function createTranscript(dependencies: TranscriptDependencies): Transcript {
  const show = async (lines: readonly ShownLine[], reading: Reading): Promise<ActivitySet> => {
    const activities: string[] = [];
    for (const line of lines) activities.push(...(await showLine(dependencies, line, reading)));
    const watermark = lines.at(-1)?.entryId ?? reading.after;
    return { activities, watermark };
  };
  return {
    show: async (line, reading) =>
      ended(dependencies, reading, { set: await show([line], reading), line: line.line }),
    read: async reading => {
      const { conversation, after } = reading;
      const entries = await dependencies.store.readLog(keyOf(conversation), after, PAGE);
      const lines = entries.map(parsedEntry);
      const set = await show(lines, reading);
      if (entries.length === PAGE) return { set, more: 'perhaps' };
      return { set: await ended(dependencies, reading, { set, line: lines.at(-1)?.line }), more: 'no' };
    },
  };
}

/**
 * Marks the set when the conversation's last line tells of an erasure, and sees to it that its tokens are revoked: the
 * process that erased may have died before it could. A conversation that went on in an earlier version goes on.
 */
async function ended(
  { revocations }: TranscriptDependencies,
  { conversation }: Reading,
  { set, line }: { set: ActivitySet; line: LogLine | undefined },
): Promise<ActivitySet> {
  if (!line || !erases(line)) return set;
  await revocations.revoke(conversation, line.id).catch(ignoreUnavailable);
  return { ...set, end: 'erased' };
}

/** The set as a client gets it. */
export function setJson({ activities, watermark }: ActivitySet): JsonText {
  const end = watermark === undefined ? '' : `,"watermark":${JSON.stringify(watermark)}`;
  return new JsonText(`{"activities":${jsonList(activities)}${end}}`);
}

interface ShownLine {
  readonly entryId: string;
  /** Undefined when it is in no form known here. */
  readonly line: LogLine | undefined;
}

function parsedEntry({ id, value }: LogEntry): ShownLine {
  return { entryId: id, line: readLine(value) };
}

/** What cannot be read or rendered shows as nothing: it must not hide the rest of the conversation. */
async function showLine(
  dependencies: TranscriptDependencies,
  { entryId, line }: ShownLine,
  reading: Reading,
): Promise<readonly string[]> {
  if (!line) {
    dependencies.log({ kind: 'unreadable-line', error: 'form', at: [] });
    return [];
  }
  const activities = [...echoed(line.heard, reading.conversation)];
  for (const [index, reply] of line.said.entries()) {
    const place = await placeOf(dependencies, { entryId, at: line.at, reply }, reading);
    activities.push(...showReply(dependencies, { line, index, reply, place, reading }));
  }
  return activities;
}

interface ShownReply {
  readonly line: LogLine;
  readonly index: number;
  readonly reply: Reply;
  /** Epoch milliseconds. */
  readonly place: number;
  readonly reading: Reading;
}

function showReply(dependencies: TranscriptDependencies, shown: ShownReply): readonly string[] {
  const { line, reply, reading } = shown;
  try {
    const rendered = dependencies.render({ locale: line.locale, reply }, keyOf(reading.conversation));
    return rendered.map((activity, part) => addressed(activity, part, shown));
  } catch (error) {
    dependencies.log({ kind: 'unreadable-line', ...traceOf(error) });
    return [];
  }
}

/** An activity with an id of its own takes an earlier one's place; the others are numbered after their line. */
function addressed(activity: OutgoingActivity, part: number, shown: ShownReply): string {
  const { line, index, place, reading } = shown;
  const { conversation } = reading;
  const own = activity.id;
  const more = JSON.stringify({
    id: own === undefined ? `${line.id}-${index}${part === 0 ? '' : `.${part}`}` : `${conversation}|${own}`,
    timestamp: new Date(own === undefined ? line.at : place).toISOString(),
    locale: activity.locale === undefined ? line.locale : undefined,
    channelId: 'directline',
    conversation: { id: conversation },
    from: BOT,
  });
  return activityJson(activity, more);
}

/** Only what a client may have sent is shown back: nothing the channel logged for itself. */
function echoed(sent: object | undefined, conversation: string): readonly string[] {
  if (!sent || !isFromClient(sent)) return [];
  const from = { id: sent.from, role: 'user' };
  const ours = { channelId: 'directline', conversation: { id: conversation }, from, recipient: BOT };
  return [JSON.stringify(Object.assign({}, sent, ours))];
}

function isFromClient(sent: object): sent is { id: string; type: string; from: string } {
  return (
    'id' in sent &&
    typeof sent.id === 'string' &&
    'type' in sent &&
    (sent.type === 'message' || sent.type === 'event') &&
    'from' in sent &&
    typeof sent.from === 'string'
  );
}
