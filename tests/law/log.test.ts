/** What people write, who they are and what opens their conversation never reaches the log. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { unpacked } from '../../src/turns/packed-line.ts';
import { buttonsIn, nextPress, openChat } from '../support/robot.ts';
import { until } from '../support/until.ts';
import { fileLinks, wordsIn } from './person.ts';
import { TEAMS_NAME, TEAMS_USER, teamsPersonAt } from './teams-person.ts';

const MARK = 'Merkki-4711';
const SECRET = 'allekirjoitussalaisuus-testeihin-0123456789';

let server: ChildProcess;
let address: string;
const dataDir = mkdtempSync(join(tmpdir(), 'porrasbotti-log-'));
const printed: string[] = [];

/** The server as `npm start` runs it, everything it prints on a pipe. */
beforeAll(async () => {
  server = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'debug',
      CHAT_TOKEN_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', part => printed.push(String(part)));
  }
  const found = () => /http:\/\/\S+/.exec(printed.join(''))?.[0];
  await until(async () => found() !== undefined);
  address = (found() ?? '').replace('localhost', '127.0.0.1');
}, 60_000);

afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
});

it('a whole quick check with marked words leaves no trace of them, at any level', {
  timeout: 60_000,
}, async () => {
  const secrets: string[] = [MARK, SECRET, TEAMS_NAME, TEAMS_USER];
  const robot = await openChat(address);
  secrets.push(robot.conversationId, new URL(robot.streamUrl).searchParams.get('t') ?? robot.streamUrl);
  const latest = async () => robot.everything();

  // Marked words in every place that takes words.
  await robot.send({ do: 'command', name: 'start' });
  // What is judged, and by whom, goes into no line either.
  secrets.push('Kauhajoki', 'Luottamushenkilö');
  await robot.send('Kauhajoki, koulutus, valtuutettu');
  expect(wordsIn(await latest())).toContain('Kauhajoki; Varhaiskasvatus ja koulutus');
  for (const words of ['muistiinpano', `${MARK} tietää`, `${MARK} hölynpöly`, `ei, koska ${MARK}`, 'kyllä']) {
    await robot.send(words);
  }
  await robot.send('ei koske meitä');
  await robot.send(`${MARK} ei kuulu meille`);
  for (
    let press = nextPress(await latest());
    press && press.name !== 'finish';
    press = nextPress(await latest())
  ) {
    await robot.send(press);
  }
  await robot.send({ do: 'command', name: 'finish' });
  const words = wordsIn(await latest());
  expect(words).toContain(MARK);
  expect(buttonsIn(await latest())).toContainEqual({ do: 'feedback', value: 'up' });

  // Files, and what the server refuses.
  await robot.send('tallenna keskustelu');
  for (const link of fileLinks({ words: wordsIn(await latest()) })) {
    secrets.push(new URL(link).searchParams.get('key') ?? link);
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(`${link}${MARK}`)).status).toBe(404);
  }
  for (const body of [
    `{"text": "${MARK}`,
    JSON.stringify({ type: MARK }),
    JSON.stringify({ type: 'message', text: MARK }),
  ]) {
    for (const path of [
      '/api/messages',
      '/api/chat/token',
      `/v3/directline/conversations/${MARK}/activities`,
    ]) {
      await fetch(address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${MARK}` },
        body,
      });
    }
  }
  const teams = teamsPersonAt(address);
  for (const said of ['aloita', 'muistiinpano', MARK, 'näytä tulos']) await teams(said);
  await robot.send('poista tietoni');
  await robot.send('kyllä');

  const log = printed.join('');
  expect(log.split('\n').filter(line => line.startsWith('{')).length).toBeGreaterThan(0);
  for (const secret of secrets) expect([secret, log.includes(secret)]).toEqual([secret, false]);
});

it('a reply that cannot be drawn, in the chat or in a saved file, is logged under the reference that stands there', async () => {
  const robot = await openChat(address);
  await robot.send('apua');
  await keepUndrawable(robot.conversationId);
  await robot.send('tallenna keskustelu');
  const [link] = fileLinks({ words: wordsIn(await robot.everything()) });
  const saved = await (await fetch(link ?? '')).text();
  for (const shown of [wordsIn(await robot.everything()), saved]) {
    const [, reference] = /palvelussa on virhe.*?: ([\w-]+)/.exec(shown) ?? [];
    await until(async () => undrawn().includes(reference ?? 'none shown'));
  }
});

/** The references of what was logged as not drawn. */
function undrawn(): unknown[] {
  const lines = printed.join('').split('\n').slice(0, -1);
  return lines
    .filter(line => line.startsWith('{') && JSON.parse(line).msg === 'a reply could not be drawn')
    .map(line => JSON.parse(line).reference);
}

/** Keeps a reply that reads well and has no day: a greeting of someone whose last result lies past the end of time. */
async function keepUndrawable(conversation: string): Promise<void> {
  const store = await openStore({ dataDir, ttlDays: 1, now: Date.now, onProblem: () => undefined });
  const key = { channel: 'directline', conversation };
  const { record = '', version } = await store.load(key, 'record');
  const [latest] = (await store.readLog(key, undefined, 500)).slice(-1);
  const last = { dialog: 'quick-check', version: '1.0.0', stair: { low: 1, high: 1 }, at: 9e15 };
  const line = {
    ...JSON.parse(unpacked(latest?.value ?? '') ?? ''),
    id: 'a-line-of-its-own',
    said: [{ kind: 'greeting', returning: true, last }],
  };
  const { kind } = await store.commit(key, { expected: version, record, log: [JSON.stringify(line)] });
  await store.close();
  expect(kind).toBe('committed');
}

it('an error is logged by its kind and place, without its words, which may quote a person', () => {
  const program = `
    const { createLog } = await import('./src/log.ts');
    const error = Object.assign(new Error('${MARK} in a message'), { body: '${MARK}', code: 'E_TEST' });
    createLog('debug').error({ error }, 'it failed');`;
  const log = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(JSON.parse(log).error).toMatchObject({ name: 'Error', code: 'E_TEST', at: expect.any(Array) });
  expect(log).not.toContain(MARK);
});
