/** Files that are made in a thread beside the turns: the same to the byte, and a clear word when one cannot be made. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { entriesOf } from '../../src/assessment/answers.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { createSealer } from '../../src/directline/sealed-token.ts';
import { createFileKeys } from '../../src/http/file-keys.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { readSpreadsheet } from '../../src/reports/workbook/xlsx/read-spreadsheet.ts';
import type { ConversationJob, FileJob } from '../../src/saving/file-job.ts';
import { type FileMade, makeFile } from '../../src/saving/make-file.ts';
import { savedFiles } from '../../src/saving/saved-files.ts';
import type { LogEntry, Store } from '../../src/store/port.ts';
import { createWorkThread, type WorkThreadOptions } from '../../src/threads/work-thread.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery, Turns } from '../../src/turns/turns.ts';
import { answersInFile, type WorkbookAnswers } from '../assessment/scoring/workbook/workbook-answers.ts';
import { fileLinks, personAt } from '../law/person.ts';
import { example } from '../reports/workbook/shipped.ts';
import { appInProcess } from '../support/app-in-process.ts';
import { content, shipped } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';

vi.setConfig({ testTimeout: 60_000 });

const KEY = { channel: 'directline', conversation: 'one' };
const NOW = Date.UTC(2026, 10, 22, 10);
const FACTS = {
  authority: 'Koekunta',
  at: NOW,
  contact: { unit: 'Neuvonta' },
  retentionDays: 30,
  publicUrl: 'http://127.0.0.1',
};

const WORKBOOK_RUN = { dialog: 'workbook', version: shipped('workbook').version };

/** What a conversation remembers of a filled workbook. */
function answersOf(filled: WorkbookAnswers) {
  return answersInFile(filled);
}

/** A result as it comes to the thread. */
const OUTCOME = (() => {
  const instrument = shipped('quick-check');
  return scoringOf(instrument).outcome(instrument, { answers: { need: 'no' }, actions: content.actions });
})();

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A conversation with a few answers and a filled workbook. */
async function conversation(locale: Locale): Promise<{ store: Store; turns: Turns; log: LogEntry[] }> {
  const store = await embeddedStore();
  const turns = createTurns({ store, context: shippedContext, now: () => NOW, count: () => undefined });
  const say = (text: string) => ({ input: { kind: 'text', text } as const, heard: said(text) });
  const deliveries = [
    ...['aloita', 'kyllä', 'muistiinpano', '<b>"ä" & 漢字</b> 🌱', 'näytä tulos'].map(say),
    { input: { kind: 'file', dialog: 'workbook', entries: entriesOf(answersInFile(example)) } as const },
  ];
  for (const [index, { input, ...rest }] of deliveries.entries()) {
    const out = { to: 'log', ...rest } as const;
    await turns.process({ key: KEY, deliveryId: String(index), input, locale, out });
  }
  return { store, turns, log: [...(await store.readLog(KEY, undefined, 500))] };
}

function said(text: string) {
  return { type: 'message', id: 'a', timestamp: new Date(NOW).toISOString(), text };
}

/** The conversation's files over real HTTP, from a thread with these limits. */
async function served(locale: Locale, limits?: Partial<WorkThreadOptions>) {
  const { store, turns } = await conversation(locale);
  const failures: unknown[] = [];
  const keys = createFileKeys(
    createSealer(() => ['salaisuus-testeihin-0123456789-0123456789']),
    () => NOW,
  );
  const { authority } = FACTS;
  const render = { ...renderContext, ...FACTS };
  const onFailure = (error: unknown) => failures.push(error);
  const now = () => NOW;
  const files = savedFiles({
    keys,
    addressOf: () => '127.0.0.1',
    store,
    turns,
    content,
    render,
    authority,
    now,
    onFailure,
    onDefect: onFailure,
    limits,
    contentDir: undefined,
  });
  const server = createHttpServer({
    store,
    clientAddress: () => '127.0.0.1',
    routes: [],
    notFound: () => ({ headers: {}, body: '' }),
    sites: [files],
    upgrade: (_request, socket) => socket.destroy(),
    onFailure,
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  endings.push(server.close, files.close);
  const fetchFile = (name: string) => fetch(`http://127.0.0.1:${port}/files/${name}?key=${keys.issue(KEY)}`);
  return { fetchFile, failures, turns };
}

describe('the thread that makes files', () => {
  it('makes the same bytes as the function it runs, in every language', async () => {
    const { log } = await conversation('fi');
    const thread = fileThread();
    const run = { dialog: 'quick-check', version: content.current('quick-check')?.version ?? '' };
    const jobs = LOCALES.flatMap((locale): FileJob[] => {
      const job = { kind: 'conversation', locale, run, entries: log, facts: FACTS } as const;
      const spreadsheet = {
        kind: 'spreadsheet',
        locale,
        run: WORKBOOK_RUN,
        answers: answersOf(example),
      } as const;
      const report = {
        kind: 'report',
        form: 'brief',
        locale,
        run,
        source: { outcome: OUTCOME },
        facts: FACTS,
      } as const;
      return [spreadsheet, { ...job, format: 'html' }, { ...job, format: 'txt' }, report];
    });
    for (const job of jobs) {
      const outcome = await thread.work(job);
      if (outcome.kind !== 'done') throw new Error(outcome.kind);
      const expected = (await makeFile(content, job)).content;
      expect(Buffer.from(outcome.done.content).equals(expected)).toBe(true);
    }
  });

  it('fails a job that it dies of, and does the next one', async () => {
    const thread = fileThread();
    const good: ConversationJob = {
      kind: 'conversation',
      format: 'txt',
      locale: 'fi',
      run: undefined,
      entries: [],
      facts: FACTS,
    };
    const deadly = { ...good, facts: { ...FACTS, at: Number.NaN } };
    const [died, done] = await Promise.all([thread.work(deadly), thread.work(good)]);
    expect([died.kind, done.kind]).toEqual(['failed', 'done']);
  });
});

function fileThread() {
  const entry = new URL('../../src/saving/file-worker.ts', import.meta.url);
  const limits = { waiting: 10, milliseconds: 60_000, megabytes: 256, data: {} };
  const thread = createWorkThread<FileJob, FileMade>(entry, limits);
  endings.push(thread.close);
  return thread;
}

describe('a file that is asked for', () => {
  it('holds what was said and answered', async () => {
    const { fetchFile, failures } = await served('fi');
    const text = await (await fetchFile('conversation.txt')).text();
    expect(text).toContain('<b>"ä" & 漢字</b> 🌱');
    expect(await (await fetchFile('conversation.html')).text()).toContain('&lt;b&gt;');
    const spreadsheet = Buffer.from(await (await fetchFile('workbook.xlsx')).arrayBuffer());
    const answers = answersOf(await answersIn(fetchFile));
    const job = { kind: 'spreadsheet', locale: 'fi', run: WORKBOOK_RUN, answers } as const;
    expect(spreadsheet.equals((await makeFile(content, job)).content)).toBe(true);
    expect(failures).toEqual([]);
  });

  it('has an earlier year beside this one, once a file was sent in for that', async () => {
    const { fetchFile, turns } = await served('fi');
    const tabs = async () => {
      const bytes = await (await fetchFile('workbook.xlsx')).arrayBuffer();
      return readSpreadsheet(new Uint8Array(bytes)).sheets.map(({ name }) => name);
    };
    expect(await tabs()).not.toContain('Vertailu');
    const entries = [{ key: 'environment.parking.status', value: 'inuse' }];
    const file = { kind: 'file', dialog: 'workbook', entries } as const;
    const deliver = (input: Delivery['input'], deliveryId: string) =>
      turns.process({ key: KEY, deliveryId, input, locale: 'fi', out: { to: 'log' } });
    await deliver(file, 'file');
    const nonce = (await turns.recall(KEY))?.pending?.nonce ?? '';
    await deliver({ kind: 'press', press: { do: 'confirm', nonce, value: 'earlier' } }, 'press');
    expect(await tabs()).toContain('Vertailu');
    expect(answersOf(await answersIn(fetchFile))).toEqual(answersOf(example));
  });

  it('is a report as a PDF of one page and whole, and as a page to write on', async () => {
    const { fetchFile, failures } = await served('sv');
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const files = [
      ['result.pdf', 'application/pdf', '%PDF-', 'porrasbotti-workbook-2026-11-22.pdf'],
      ['report.pdf', 'application/pdf', '%PDF-', 'porrasbotti-workbook-report-2026-11-22.pdf'],
      ['result.docx', word, 'PK', 'porrasbotti-workbook-2026-11-22.docx'],
    ] as const;
    for (const [name, type, beginning, saved] of files) {
      const answer = await fetchFile(name);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${saved}"`);
      expect((await answer.text()).slice(0, beginning.length)).toBe(beginning);
    }
    expect(failures).toEqual([]);
  });

  it('is refused for now when too many others are waiting', async () => {
    const { fetchFile, failures } = await served('sv', { waiting: 0 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => fetchFile('workbook.xlsx')));
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await answer.text()).toBe(`${content.translate('sv')('files:not-now')}\n`);
    }
    expect(failures).toEqual([]);
  });

  it.each([
    ['takes too long', { milliseconds: 1 }],
    ['takes too much memory', { megabytes: 4 }],
  ])('is an error in the language of the conversation when it %s', async (_name, limits) => {
    const { fetchFile, failures } = await served('en', limits);
    const answer = await fetchFile('workbook.xlsx');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.text()).toBe(`${content.translate('en')('files:not-now')}\n`);
    expect(failures).toHaveLength(1);
    expect((await fetchFile('result.txt')).status).toBe(200);
  });
});

it('closing the app ends the thread that makes files', async () => {
  const app = await appInProcess();
  const ended = new Promise(resolve => process.once('worker', worker => worker.once('exit', resolve)));
  const person = await personAt(app.address);
  const [link = ''] = fileLinks(await person.say('tallenna keskustelu'));
  expect((await fetch(link)).status).toBe(200);
  await app.close();
  await ended;
});

async function answersIn(fetchFile: (name: string) => Promise<Response>) {
  const answers: typeof example = JSON.parse(await (await fetchFile('workbook.json')).text());
  return answers;
}
