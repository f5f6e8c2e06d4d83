/** From the start of the process to its first answered turn, and what it then holds in memory. */

import { activityOf } from '../load/activity.ts';
import { newTalk } from '../load/talk.ts';
import { type ServerCommand, startServer } from '../server-process.ts';

export interface ColdStart {
  /** Milliseconds. */
  readonly firstAnswer: number;
  /** Bytes. */
  readonly rss: number;
}

export async function coldStart(command: ServerCommand, talk: 'echo' | 'quick-check'): Promise<ColdStart> {
  const started = performance.now();
  const server = await startServer(command);
  const said = newTalk({ talk, address: '', way: 'answer', people: 1, warmMs: 0, measureMs: 0 });
  const channel = {
    channelId: 'webchat',
    serviceUrl: 'http://127.0.0.1:9/',
    delivery: 'expectReplies',
  } as const;
  const response = await fetch(`${server.address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: activityOf(channel, said, said.say()),
  });
  const heard = said.hear(await response.text());
  const firstAnswer = performance.now() - started;
  const rss = server.rss();
  await server.stop();
  if (heard === 'more') throw new Error('the first turn was not answered');
  return { firstAnswer, rss };
}
