import { describe, expect, it, vi } from 'vitest';
import { openPage, openSocket } from './support/client.ts';
import { createWorld, serve } from './support/serve.ts';

/** A page whose conversation has begun, and how to open a socket on it. */
async function begin(...args: Parameters<typeof serve>) {
  const served = await serve(...args);
  const page = await openPage(served);
  const { streamUrl } = await page.start();
  return { ...served, page, streamUrl };
}

const seeing = (reader: { texts(): unknown[] }, texts: readonly unknown[]) =>
  vi.waitFor(() => expect(reader.texts()).toEqual(texts));

describe('a stream', () => {
  it('shows what was said before, then what comes, each once and in order', async () => {
    const { page, streamUrl } = await begin();
    await page.say('many 120');
    const reader = openSocket(streamUrl);
    const before = ['hei', 'greeted', 'many 120', ...Array(120).fill('about')];
    await seeing(reader, before);
    await page.say('ask 1');
    await seeing(reader, [...before, 'ask 1', 'question']);
  });

  it('misses nothing and repeats nothing while many write at the same moment', async () => {
    const { page, streamUrl } = await begin();
    const reader = openSocket(streamUrl);
    await Promise.all(Array.from({ length: 50 }, (_, index) => page.say(`viesti ${index}`, `c${index}`)));
    await vi.waitFor(() => expect(reader.seen).toHaveLength(102));
    expect(new Set(reader.seen.map(({ id }) => id)).size).toBe(102);
  });

  it('goes on after the watermark when the client comes back', async () => {
    const { page, streamUrl } = await begin();
    const first = openSocket(streamUrl);
    await seeing(first, ['hei', 'greeted']);
    first.socket.terminate();
    await page.say('poissa');
    const { streamUrl: again } = await page.comeBack(first.state.watermark);
    const second = openSocket(again);
    await seeing(second, ['poissa', 'thanks']);
  });

  it('goes on after a restart of the server, with the token from before it', async () => {
    const { page, streamUrl, stop, world } = await begin();
    const first = openSocket(streamUrl);
    await seeing(first, ['hei', 'greeted']);
    await stop();
    expect(await first.closed).toBe(1001);
    const restarted = page.at(await serve(world));
    const { streamUrl: again } = await restarted.comeBack(first.state.watermark);
    await restarted.say('vielä täällä');
    await seeing(openSocket(again), ['vielä täällä', 'thanks']);
  });

  it('shows one conversation to two tabs, on two servers', async () => {
    const { page, streamUrl, world } = await begin();
    const elsewhere = await serve(world);
    const other = await openPage(elsewhere, { resume: page.resume });
    const tabs = [openSocket(streamUrl), openSocket((await other.start()).streamUrl)];
    await page.say('yksi');
    await other.say('kaksi');
    const all = ['hei', 'greeted', 'yksi', 'thanks', 'kaksi', 'thanks'];
    for (const tab of tabs) await seeing(tab, all);
  });

  it('shows a conversation to nobody else', async () => {
    const { page, streamUrl, ...served } = await begin();
    const neighbour = await openPage(served);
    const reader = openSocket((await neighbour.start()).streamUrl);
    const own = openSocket(streamUrl);
    await page.say('salaisuus');
    await seeing(own, ['hei', 'greeted', 'salaisuus', 'thanks']);
    await neighbour.say('naapuri');
    await seeing(reader, ['hei', 'greeted', 'naapuri', 'thanks']);
  });

  it('opens once for each address it was given', async () => {
    const { streamUrl, page } = await begin();
    const first = openSocket(streamUrl);
    await seeing(first, ['hei', 'greeted']);
    expect((await openSocket(streamUrl).refused).status).toBe(403);
    await seeing(openSocket((await page.comeBack()).streamUrl), ['hei', 'greeted']);
  });

  it('gives way, the oldest first, when a conversation has too many', async () => {
    const { page, channel } = await begin(undefined, { limits: { socketsPerConversation: 2 } });
    const tabs = [];
    for (let i = 0; i < 3; i++) {
      const tab = openSocket((await page.comeBack()).streamUrl);
      await seeing(tab, ['hei', 'greeted']);
      tabs.push(tab);
    }
    expect(await tabs[0]?.closed).toBe(1013);
    await vi.waitFor(() => expect(channel.sockets()).toBe(2));
    await page.say('täällä');
    for (const tab of tabs.slice(1)) await seeing(tab, ['hei', 'greeted', 'täällä', 'thanks']);
  });

  it('is refused when one address or the whole server has too many', async () => {
    for (const [limits, status] of [
      [{ socketsPerAddress: 1 }, 429],
      [{ sockets: 1 }, 503],
    ] as const) {
      const { page, streamUrl, channel } = await begin(undefined, { limits });
      const first = openSocket(streamUrl);
      await seeing(first, ['hei', 'greeted']);
      expect((await openSocket((await page.comeBack()).streamUrl).refused).status).toBe(status);
      first.socket.close();
      await vi.waitFor(() => expect(channel.sockets()).toBe(0));
      await seeing(openSocket((await page.comeBack()).streamUrl), ['hei', 'greeted']);
    }
  });

  it('keeps the line alive with empty frames and pings, and minds none from the client', async () => {
    const { streamUrl } = await begin(undefined, { limits: { beatMs: 10 } });
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    reader.socket.send('');
    await vi.waitFor(() => {
      expect(reader.frames.filter(frame => frame === '').length).toBeGreaterThan(5);
      expect(reader.state.pings).toBeGreaterThan(5);
    });
    expect(reader.socket.readyState).toBe(reader.socket.OPEN);
  });

  it('ends when the time of its token is over', async () => {
    const { streamUrl, world } = await begin(undefined, { limits: { beatMs: 10 } });
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    world.clock.now += 30 * 60_000;
    expect(await reader.closed).toBe(1008);
    expect(world.events).toContainEqual({ kind: 'stream-cut', reason: 'expired' });
  });

  it('is cut when its reader takes nothing in', async () => {
    const { page, streamUrl, world, channel } = await begin(undefined, { limits: { beatMs: 10 } });
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    reader.socket.pause();
    await page.say('much');
    const cut = { kind: 'stream-cut', reason: 'slow' };
    await vi.waitFor(
      () => {
        world.clock.now += 1000;
        expect(world.events).toContainEqual(cut);
      },
      { timeout: 10_000 },
    );
    await vi.waitFor(() => expect(channel.sockets()).toBe(0));
  });

  it('is cut when its reader gives no sign of life', async () => {
    const { streamUrl, world } = await begin(undefined, { limits: { beatMs: 10 } });
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    reader.socket.pause();
    await vi.waitFor(() => expect(world.events).toContainEqual({ kind: 'stream-cut', reason: 'silent' }));
  });

  it('is cut when its client floods it', async () => {
    const { streamUrl, world } = await begin(undefined, { limits: { framesPerBeat: 20 } });
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    for (let i = 0; i < 21; i++) reader.socket.send('');
    await reader.closed;
    expect(world.events).toContainEqual({ kind: 'stream-cut', reason: 'flood' });
  });

  it('is cut when its client sends more than a frame should hold', async () => {
    const { streamUrl, channel } = await begin();
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    reader.socket.send('x'.repeat(100_000));
    await reader.closed;
    await vi.waitFor(() => expect(channel.sockets()).toBe(0));
  });

  it('catches up when the store was out of reach for a while', async () => {
    const { page, streamUrl, world } = await begin(undefined, { limits: { beatMs: 10 } });
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    world.store.stop('logs');
    await page.say('hei taas');
    world.store.go();
    await seeing(reader, ['hei', 'greeted', 'hei taas', 'thanks']);
    expect(reader.socket.readyState).toBe(reader.socket.OPEN);
  });

  it('misses nothing that is said while it is reading', async () => {
    const { page, world } = await begin();
    const { watermark } = await page.poll();
    const { streamUrl } = await page.comeBack(watermark);
    const { reached, release } = world.store.holdLogs();
    const reader = openSocket(streamUrl);
    await reached;
    await page.say('sillä välin');
    release();
    await seeing(reader, ['sillä välin', 'thanks']);
  });

  it('ends at once when the store is out of reach as it begins, so that the client comes back', async () => {
    const { streamUrl, world } = await begin();
    world.store.stop();
    expect(await openSocket(streamUrl).closed).toBe(1013);
    expect(world.events).toContainEqual({ kind: 'stream-cut', reason: 'unavailable' });
  });

  it('stops listening to the store when it ends', async () => {
    const world = await createWorld();
    const { streamUrl } = await begin(world);
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    expect(world.store.listening()).toBe(1);
    reader.socket.close();
    await vi.waitFor(() => expect(world.store.listening()).toBe(0));
  });

  it('ends with the server, and none begins any more', async () => {
    const { page, streamUrl, channel } = await begin();
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    const { streamUrl: late } = await page.comeBack();
    await channel.close();
    expect(await reader.closed).toBe(1001);
    expect((await openSocket(late).refused).status).toBe(503);
  });

  it('ends with the server also when its client does not answer', async () => {
    const { streamUrl, channel } = await begin();
    const reader = openSocket(streamUrl);
    await seeing(reader, ['hei', 'greeted']);
    reader.socket.pause();
    await channel.close();
    expect(channel.sockets()).toBe(0);
  });

  it('is told by an answered question where it was asked, without reading the log again', async () => {
    const { page, streamUrl, world } = await begin();
    const reader = openSocket(streamUrl);
    await page.say('ask 5');
    await seeing(reader, ['hei', 'greeted', 'ask 5', 'question']);
    world.clock.now += 60_000;
    await page.say('done 5');
    await vi.waitFor(() => expect(reader.seen).toHaveLength(7));
    expect(reader.seen[5]?.timestamp).toBe(reader.seen[3]?.timestamp);
    expect(world.store.readFromStart()).toBe(1);
  });

  it('has the server’s public address where one is set', async () => {
    const { streamUrl } = await begin(undefined, { publicUrl: 'https://portaat.kunta.example/botti' });
    expect(streamUrl).toMatch(
      /^wss:\/\/portaat\.kunta\.example\/botti\/v3\/directline\/conversations\/[\w-]+\/stream\?t=/,
    );
  });
});
