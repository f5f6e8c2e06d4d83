/**
 * The limit: what a Direct Line turn costs at the least. It knows nothing: it replays the turns of one real quick check,
 * with one read and one scripted write in Redis and one frame on the socket for each, all of the very same texts.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { WebSocketServer } from 'ws';

/** @type {{ record: string, entry: string, frame: string }[]} */
const turns = JSON.parse(readFileSync(process.env.LIMIT_TURNS ?? '', 'utf8'));
const TTL_MS = 30 * 24 * 3600 * 1000;
/** The version first, as our own commit has it; then the record, the line in the log, and the news of it. */
const COMMIT = `
local head = redis.call('GETRANGE', KEYS[1], 0, 11)
if head ~= ARGV[1] then return false end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[4])
local id = redis.call('XADD', KEYS[2], '*', 'v', ARGV[3])
redis.call('XTRIM', KEYS[2], 'MAXLEN', '~', 400)
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('PUBLISH', KEYS[1], id)
return id
`;

const redis = new Redis(process.env.REDIS_URL ?? '');
await redis.ping();
const sha = String(await redis.script('LOAD', COMMIT));

/** @type {Map<string, { socket?: import('ws').WebSocket, turns: number }>} */
const conversations = new Map();
let begun = 0;

/** @param {string} id */
async function turn(id) {
  const conversation = conversations.get(id);
  const next = turns[(conversation?.turns ?? 0) % turns.length];
  if (!conversation || !next) throw new Error(`no turn of ${id} can be replayed`);
  conversation.turns++;
  gatherWrites();
  const stored = await redis.get(`limit:${id}:s`);
  gatherWrites();
  const version = stored?.slice(0, 12) ?? '';
  await redis.evalsha(sha, 2, `limit:${id}:s`, `limit:${id}:l`, version, next.record, next.entry, TTL_MS);
  conversation.socket?.send(next.frame);
}

/** As ours does: all that is written in one pass of the event loop goes in one system call. */
function gatherWrites() {
  const { stream } = redis;
  if (stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => void answered(request.url ?? '', response));
});

/**
 * @param {string} url
 * @param {import('node:http').ServerResponse} response
 */
async function answered(url, response) {
  const id = /conversations\/(\w+)\//.exec(url)?.[1];
  if (id) await turn(id);
  const answer = id ? `{"id":"${id}|0"}` : opening(url);
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
    .end(answer);
}

/**
 * The page's two calls before the socket.
 * @param {string} url
 */
function opening(url) {
  if (url.endsWith('/token')) return '{"token":"t"}';
  const id = `c${begun++}`;
  conversations.set(id, { turns: 0 });
  return JSON.stringify({ conversationId: id, streamUrl: `ws://127.0.0.1/stream/${id}` });
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on('upgrade', (request, connection, head) => {
  sockets.handleUpgrade(request, connection, head, socket => {
    const id = request.url?.split('/').at(-1) ?? '';
    const conversation = conversations.get(id);
    if (!conversation) return socket.terminate();
    conversation.socket = socket;
    socket.on('error', () => socket.terminate());
    socket.on('close', () => conversations.delete(id));
    // The greeting is the first turn.
    void turn(id);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`);
});
