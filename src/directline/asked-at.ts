/** When the questions of a conversation were asked, for what takes their place. */
import { type Reply, replacedBy } from '../conversation/reply.ts';
import type { Store } from '../store/port.ts';
import { readLine } from '../turns/log-line.ts';
import type { LogLine } from '../turns/turns.ts';
import { keyOf } from './conversation-key.ts';

/** When each question was asked, by its nonce, epoch milliseconds: what a reader has seen it need not look up again. */
export type Asked = Map<string, number>;

/** Lines of a log that are read at a time. */
const PAGE = 20;

/**
 * The time under which a client shows a reply. Clients order messages by time: the line that a card shrinks to once it is
 * answered ("2/13 Budjetti: kyllä") bears the time of that card. With a time of its own it would stand below the answer.
 */
export async function placeOf(
  { store }: { readonly store: Pick<Store, 'readLog'> },
  { entryId, at, reply }: { entryId: string; at: number; reply: Reply },
  { conversation, asked }: { readonly conversation: string; readonly asked: Asked },
): Promise<number> {
  const replaced = replacedBy(reply);
  if (replaced === undefined) {
    noteQuestion({ at, reply }, asked);
    return at;
  }
  let after: string | undefined;
  while (!asked.has(replaced)) {
    const page = await store.readLog(keyOf(conversation), after, PAGE);
    for (const { value } of page) noteQuestions(readLine(value), asked);
    if (page.length < PAGE || page.some(({ id }) => id === entryId)) break;
    after = page.at(-1)?.id;
  }
  return asked.get(replaced) ?? at;
}

function noteQuestions(line: LogLine | undefined, asked: Asked): void {
  for (const reply of line?.said ?? []) noteQuestion({ at: line?.at ?? 0, reply }, asked);
}

function noteQuestion({ at, reply }: { at: number; reply: Reply }, asked: Asked): void {
  if ('nonce' in reply && replacedBy(reply) === undefined) asked.set(reply.nonce, at);
}
