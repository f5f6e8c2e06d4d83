/** After "poista tietoni" nothing of the person is left in the process either: its heap is searched for their words. */
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { openChat, type Robot } from '../support/robot.ts';

/** Each stands for a place that people write in; none is a word of ours, nor part of another, of a file's hash neither. */
const MARKS = {
  nonsense: 'Hölynpölymerkki',
  note: 'Muistiinpanomerkki',
  service: 'Satamapalvelumerkki',
  remark: 'Huomautusmerkki',
  figure: '7391482',
  command: 'Tarkoititkomerkki',
  sharedName: 'Nimimerkkinen',
};

let redis: RedisServer;
let folder: string;

beforeAll(async () => {
  redis = await startRedisServer();
  folder = mkdtempSync(join(tmpdir(), 'heap-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await redis.stop();
});

const stores = (): Record<string, string>[] => [{}, { REDIS_URL: redis.url }];

it.each(['the embedded store', 'Redis'])(
  '%s: nothing planted is in the heap after an erasure',
  async name => {
    const heapFlags = `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`;
    const store = stores()[name === 'Redis' ? 1 : 0] ?? {};
    const server = await builtServer({ NODE_OPTIONS: heapFlags, LOG_LEVEL: 'info', ...store });
    try {
      const robot = await openChat(server.address);
      const line = new WebSocket(robot.streamUrl);
      line.on('error', () => undefined);
      await write(robot);
      await writeInTeams(server);
      for (const text of ['poista tietoni', 'kyllä']) await robot.send(text);
      await inTeams(server, 'poista tietoni');
      expect(await inTeams(server, 'kyllä')).toContain('poistettu');
      line.close();
      await passingBy(server);
      const after = await heapOf(server);
      expect(includes(after, 'Porrasbotti')).toBe(true);
      expect(Object.values(MARKS).filter(mark => includes(after, mark))).toEqual([]);
    } finally {
      await server.remove();
    }
  },
);

/** Words in every place of the web chat that takes them. */
async function write(robot: Robot): Promise<void> {
  await robot.send({ do: 'command', name: 'start' });
  await robot.send(`${MARKS.nonsense} ja ${MARKS.command}, kyllä`);
  await robot.send('kyllä');
  await robot.send({ do: 'command', name: 'note' });
  await robot.send(MARKS.note);
  await robot.send('työkirja');
  await robot.send('työ');
  await robot.send({ do: 'go', to: 'work.statuses.own' });
  await robot.send(`${MARKS.service}, käytössä`);
  await robot.send(`${MARKS.service} maksaa ${MARKS.figure} euroa, ${MARKS.remark}`);
  await robot.everything();
}

async function writeInTeams(server: BuiltServer): Promise<void> {
  await inTeams(server, 'aloita');
  await inTeams(server, `${MARKS.nonsense} ${MARKS.sharedName}`);
  await inTeams(server, `kyllä, koska ${MARKS.note}`);
  await inTeams(server, 'ei');
}

let sent = 0;

/** The answer to somebody whose channel waits for it, in a conversation of its own. */
async function inTeams(server: BuiltServer, text: string, conversation = 'erased'): Promise<string> {
  const body = JSON.stringify({
    type: 'message',
    id: `message-${++sent}`,
    channelId: 'webchat',
    serviceUrl: 'http://127.0.0.1:9',
    from: { id: 'somebody', name: conversation === 'erased' ? MARKS.sharedName : 'Toinen' },
    recipient: { id: 'bot' },
    conversation: { id: conversation },
    locale: 'fi-FI',
    deliveryMode: 'expectReplies',
    text,
  });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.address}/api/messages`, { method: 'POST', headers, body });
  return response.text();
}

/** Others, for whom the process does the same once more: what it holds of the last one is not memory of anybody. */
async function passingBy(server: BuiltServer): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const other = await openChat(server.address);
    for (const text of ['aloita', 'kyllä', 'jotain aivan muuta', 'ei']) await other.send(text);
    await other.everything();
    for (const text of ['aloita', 'jotain muuta', 'ei']) await inTeams(server, text, `other ${i}`);
  }
}

/** All strings of the process' heap; taking it collects garbage first. */
async function heapOf(server: BuiltServer): Promise<Buffer> {
  server.signal('SIGUSR2');
  await expect.poll(() => snapshotIn(folder), { timeout: 100_000, interval: 500 }).toBeDefined();
  const file = snapshotIn(folder) ?? '';
  const heap = readFileSync(file);
  rmSync(file);
  // Before them stand numbers by the million.
  return heap.subarray(heap.indexOf('"strings":'));
}

/** A snapshot that is written to its end. */
function snapshotIn(where: string): string | undefined {
  const [name] = readdirSync(where).filter(one => one.endsWith('.heapsnapshot'));
  if (name === undefined) return undefined;
  const file = join(where, name);
  return lastBytes(file).trimEnd().endsWith(']}') ? file : undefined;
}

/** Of a file of a hundred megabytes: it is looked at time and again. */
function lastBytes(file: string): string {
  const handle = openSync(file, 'r');
  const bytes = Buffer.alloc(Math.min(16, fstatSync(handle).size));
  readSync(handle, bytes, 0, bytes.length, fstatSync(handle).size - bytes.length);
  closeSync(handle);
  return bytes.toString();
}

/** As it was written, or as the bot folds words for comparing. */
function includes(heap: Buffer, mark: string): boolean {
  return [mark, mark.toLowerCase()].some(text => heap.includes(text));
}
