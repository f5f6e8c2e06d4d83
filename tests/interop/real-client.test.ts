/**
 * Microsoft's own Direct Line client, unchanged, against our channel: over a socket and by polling. It is installed by
 * `npm run test:interop` alone.
 */
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openPage, type ShownActivity } from '../directline/support/client.ts';
import { createWorld, serve, type World } from '../directline/support/serve.ts';

interface Observable<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): { unsubscribe(): void };
}
interface Client {
  readonly activity$: Observable<ShownActivity>;
  readonly connectionStatus$: Observable<number>;
  postActivity(activity: object): Observable<string>;
  end(): void;
}
interface AjaxRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

const peers = createRequire(new URL('peers/', import.meta.url));
const { DirectLine }: { DirectLine: new (options: object) => Client } = peers('botframework-directlinejs');
const { Observable: Rx } = createRequire(peers.resolve('botframework-directlinejs'))('rxjs/Observable');

/** Node has no XMLHttpRequest, so the client is given `fetch` through its own door for that. */
function ajax({ method, url, headers, body }: AjaxRequest) {
  return new Rx((subscriber: { next(v: object): void; complete(): void; error(e: object): void }) => {
    const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    fetch(url, sent).then(async response => {
      const xhr = { getResponseHeader: (name: string) => response.headers.get(name) };
      const answer = { status: response.status, response: await response.json(), xhr };
      if (!response.ok) return subscriber.error(answer);
      subscriber.next(answer);
      subscriber.complete();
    }, subscriber.error.bind(subscriber));
  });
}

async function connect(way: 'socket' | 'polling', given?: World) {
  const served = await serve(given);
  const { world } = served;
  const page = await openPage(served, { locale: 'sv' });
  const client = new DirectLine({
    token: page.token,
    domain: `${served.url}/v3/directline`,
    webSocket: way === 'socket',
    pollingInterval: 200,
    conversationStartProperties: { locale: 'sv-FI' },
    ajax,
    WebSocket,
    // The client comes back between 3 and 15 seconds after a lost socket; this makes it the former.
    random: () => 0,
  });
  const shown: ShownActivity[] = [];
  const statuses: number[] = [];
  client.connectionStatus$.subscribe(status => statuses.push(status));
  const reading = client.activity$.subscribe(
    activity => shown.push(activity),
    () => {},
  );
  onTestFinished(() => {
    reading.unsubscribe();
    client.end();
  });
  const post = (activity: object) =>
    new Promise<string>((resolve, reject) => client.postActivity(activity).subscribe(resolve, reject));
  return { served, world, page, shown, statuses, post };
}

const textsOf = (shown: readonly ShownActivity[]) => shown.map(({ text, name }) => text ?? name);
const CONNECTING = 1;
const ONLINE = 2;
const FAILED_TO_CONNECT = 4;
const PATIENTLY = { timeout: 5000 };

/** The client looks for a WebSocket of its own in the global scope before it takes the one it is given. */
beforeEach(() => {
  vi.stubGlobal('WebSocket', WebSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(['socket', 'polling'] as const)('Web Chat’s client by %s', way => {
  it('connects, is greeted, sends, sees its echo and the replies', async () => {
    const { shown, statuses, post, page } = await connect(way);
    await vi.waitFor(() => expect(textsOf(shown)).toEqual(['hei', 'greeted']), PATIENTLY);
    const channelData = { clientActivityID: 'abc' };
    const id = await post({ type: 'message', text: 'kyllä', from: { id: page.userId }, channelData });
    await vi.waitFor(() => expect(textsOf(shown)).toEqual(['hei', 'greeted', 'kyllä', 'thanks']), PATIENTLY);
    expect(shown[2]).toMatchObject({ id, from: { id: page.userId, role: 'user' }, channelData });
    expect(statuses.slice(1)).toEqual([CONNECTING, ONLINE]);
  });

  it('takes a conflict for a failure, and an unreachable store for not knowing yet', async () => {
    const { shown, post, world } = await connect(way);
    await vi.waitFor(() => expect(shown).toHaveLength(2), PATIENTLY);
    await expect(post({ type: 'message', text: 'busy' })).rejects.toMatchObject({ status: 409 });
    world.store.stop();
    const sent = post({ type: 'message', text: 'kyllä' });
    expect(await sent).toBe('retry');
    world.store.go();
  });
});

describe('Web Chat’s client', () => {
  it('comes back by itself after a broken line, missing nothing and seeing nothing twice', async () => {
    const { shown, post, served, page, statuses } = await connect('socket');
    await vi.waitFor(() => expect(shown).toHaveLength(2), PATIENTLY);
    await post({ type: 'message', text: 'ennen' });
    await vi.waitFor(() => expect(shown).toHaveLength(4), PATIENTLY);
    served.breakLines();
    await page.say('poissa');
    await vi.waitFor(() => expect(shown).toHaveLength(6), { timeout: 10_000 });
    expect(textsOf(shown)).toEqual(['hei', 'greeted', 'ennen', 'thanks', 'poissa', 'thanks']);
    expect(statuses.at(-1)).toBe(ONLINE);
  }, 20_000);

  it('ends up disconnected, not silently dead, when the store cannot be reached as it starts', async () => {
    const world = await createWorld();
    world.store.stop();
    const { statuses } = await connect('socket', world);
    await vi.waitFor(() => expect(statuses.at(-1)).toBe(FAILED_TO_CONNECT), PATIENTLY);
  });
});
