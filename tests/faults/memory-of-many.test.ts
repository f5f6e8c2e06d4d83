/** However many people come, the process keeps those of the last moments: its heap is asked whom it remembers. */
import { createInterface } from 'node:readline';
import { getHeapSnapshot } from 'node:v8';
import { expect, it } from 'vitest';
import { createDirectLine } from '../../src/directline/direct-line.ts';
import { JsonText } from '../../src/presentation/json-text.ts';
import { render } from '../../src/presentation/render.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { CONTEXT } from '../presentation/rendering.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext } from '../support/real-context.ts';

const PEOPLE = 300;

it('keeps nothing of a conversation whose people have gone', async () => {
  const clock = { now: Date.UTC(2026, 0, 15) };
  const say = await talkAt(clock);
  for (let i = 0; i < PEOPLE; i++) {
    clock.now += 60_000;
    await say(['aloita', 'kyllä', `oma asiani ${i}`, 'miksi']);
  }
  // A token lasts for half an hour, at one a minute, and names a conversation and a user.
  expect((await remembered()).size).toBeLessThanOrEqual(2 * 31);
});

/** Somebody new each time, who opens a chat and says that; named `personmark…` all through. */
async function talkAt(clock: { now: number }): Promise<(words: readonly string[]) => Promise<void>> {
  const now = () => clock.now;
  const store = await embeddedStore({ now });
  let named = 0;
  const channel = createDirectLine({
    turns: createTurns({ store, context: realContext, now, count: () => undefined }),
    store,
    render: said => render(said, 'cards', CONTEXT),
    secrets: () => ['a secret of at least thirty-two characters'],
    now,
    newId: () => `personmark${++named}`,
    allowedOrigins: () => true,
    sessionTtlMs: 86_400_000,
    defaultLocale: 'fi',
    log: () => undefined,
  });
  const call = async (path: string, token?: string, body: unknown = {}): Promise<object> => {
    const route = channel.routes.find(one => one.method === 'POST' && one.path === path);
    const headers = { host: 'localhost', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await route?.handle({ headers, params: {}, query: {}, body, address: '10.0.0.1' });
    return JSON.parse(textOf(answer?.body));
  };
  return async words => {
    const page = await call('/api/chat/token');
    const token = 'token' in page ? String(page.token) : '';
    await call('/v3/directline/conversations', token);
    for (const text of words) {
      await call('/v3/directline/conversations/:id/activities', token, { type: 'message', text });
    }
  };
}

function textOf(body: unknown): string {
  return body instanceof JsonText ? body.text : JSON.stringify(body ?? {});
}

/** The people in the heap, after its garbage has been collected. */
async function remembered(): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for await (const line of createInterface({ input: getHeapSnapshot() })) {
    for (const [mark] of line.matchAll(/personmark\d+/g)) people.add(mark);
  }
  return people;
}
