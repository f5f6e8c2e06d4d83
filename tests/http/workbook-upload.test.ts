/** A workbook out of the chat and back: the same answers, or every problem told and nothing taken over. */
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assessWorkbook } from '../../src/assessment/scoring/workbook/assess-workbook.ts';
import { parseFile } from '../../src/assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { XLSX } from '../../src/http/xlsx-type.ts';
import { exportWorkbook } from '../../src/reports/workbook/export-workbook.ts';
import { answersInFile, type WorkbookAnswers } from '../assessment/scoring/workbook/workbook-answers.ts';
import { fileLinks, wordsIn } from '../law/person.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { content, shipped } from '../support/content.ts';
import { openChat, type Robot, type WireActivity } from '../support/robot.ts';

/** Small on the wire, 300 MB when unpacked. */
const BOMB = zipSync({ '[Content_Types].xml': new Uint8Array(300 * 1024 * 1024) }, { level: 9 });

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving', 'supervision'];
const FULL = Object.fromEntries(PHASES.map(phase => [phase, 'full']));
const workbook = workbookOf(shipped('workbook'));
const { version: VERSION } = workbook.instrument;

const answersSchema = z.custom<WorkbookAnswers>(data => parseFile(workbook, data).kind === 'parsed');

const FILLED = answersOf({
  dialog: 'workbook',
  version: VERSION,
  target: { services: 40 },
  areas: {
    work: {
      services: {
        recruitment: { status: 'inuse', phases: FULL, usageRate: 85, cases: 900 },
        integration: { status: 'none' },
        'startup-grants': { status: 'inuse', phases: { application: 'full' }, usageRate: 80.1 },
      },
      own: [{ id: 'own-1', name: '=1+1 Satama', status: 'planned' }],
    },
  },
});

interface Upload {
  readonly body: Uint8Array | string;
  readonly type?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly lang?: string;
}

async function upload(robot: Robot, { body, type = XLSX, token, headers = {}, lang }: Upload) {
  const response = await fetch(`${app.address}/api/workbook${lang ? `?lang=${lang}` : ''}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? robot.token}`, 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: text ? JSON.parse(text) : undefined };
}

describe('a filled workbook', () => {
  it('comes into the conversation, which goes on from what is still open', async () => {
    const robot = await openChat(app.address, {});
    const { status } = await upload(robot, { body: fileOf(FILLED) });
    expect(status).toBe(200);
    const said = await robot.everything();
    expect(textsOf(said).at(-2)).toContain('Siinä on tieto 4 palvelusta');
    expect(textsOf(said).at(-1)).toContain('Starttiraha');
    expect(await savedAnswers(robot)).toEqual(FILLED);
  });

  it('goes out, is filled in further, comes back and ends in one consistent result', async () => {
    const robot = await openChat(app.address, {});
    await robot.send('työkirja');
    await robot.send('työ');
    await robot.send('starttiraha käytössä, käyttöaste 85');
    const [spreadsheet = ''] = fileLinks({ words: wordsIn(await answersTo(robot, 'tallenna tulos')) });
    const response = await fetch(spreadsheet);
    expect(response.headers.get('content-type')).toBe(XLSX);
    const back = await upload(robot, { body: new Uint8Array(await response.arrayBuffer()) });
    expect(back.status).toBe(200);
    const saved = await savedAnswers(robot);
    expect(saved.areas).toEqual({
      work: { services: { 'startup-grants': { status: 'inuse', usageRate: 85 } } },
    });
    const degree = assessWorkbook(workbook, answersInFile(saved)).coverage;
    expect(degree).toBe(1);
    expect(textsOf(await answersTo(robot, 'näytä tulos')).join('\n')).toContain('Kattavuus: 100 %');
  });

  it('speaks for the areas it tells of: those are as it says, the others stay', async () => {
    const robot = await openChat(app.address, {});
    const upTo = async (areas: object) => {
      const answers = answersOf({ dialog: 'workbook', version: VERSION, areas });
      return (await upload(robot, { body: fileOf(answers) })).body;
    };
    const museums = { services: { museums: { status: 'planned' } } } as const;
    const before = { services: { 'job-matching': { status: 'inuse' } } } as const;
    expect(await upTo({ culture: museums, work: before })).toEqual({ imported: 'taken' });
    const work = { services: { 'startup-grants': { status: 'none' } } } as const;
    expect(await upTo({ work })).toEqual({ imported: 'asked' });
    await answersTo(robot, 'kyllä');
    expect((await savedAnswers(robot)).areas).toEqual({ culture: museums, work });
  });
});

describe('what is refused', () => {
  it('without a token, with a foreign or broken one, before a byte is read', async () => {
    const robot = await openChat(app.address, {});
    const missing = await fetch(`${app.address}/api/workbook`, { method: 'POST', body: 'x' });
    expect(missing.status).toBe(401);
    for (const token of ['nonsense', `${robot.token}x`, 'a.b.c']) {
      expect((await upload(robot, { body: fileOf(FILLED), token })).status).toBe(401);
    }
  });

  it('another kind of file, a form upload, a packed body', async () => {
    const robot = await openChat(app.address, {});
    for (const type of [
      'multipart/form-data; boundary=x',
      'application/zip',
      'text/csv',
      'application/json',
    ]) {
      expect([type, (await upload(robot, { body: 'x', type })).status]).toEqual([type, 415]);
    }
    const packed = await upload(robot, { body: 'x', headers: { 'content-encoding': 'gzip' } });
    expect(packed.status).toBe(415);
  });

  it('a file that is too large, whatever it says of its length', async () => {
    const robot = await openChat(app.address, {});
    const endless = new ReadableStream({ pull: stream => stream.enqueue(new Uint8Array(1_000_000)) });
    const status = await fetch(`${app.address}/api/workbook`, {
      method: 'POST',
      headers: { authorization: `Bearer ${robot.token}`, 'content-type': XLSX },
      body: endless,
      duplex: 'half',
    }).then(
      response => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(status);
  });

  it.each([
    ['fi', 'Tiedosto on liian suuri. Suurin sallittu koko on 5 Mt.'],
    ['sv', 'Filen är för stor. Den största tillåtna storleken är 5 MB.'],
    ['en', 'The file is too large. The largest size allowed is 5 MB.'],
  ])('one byte above the limit, told with the limit: %s', async (lang, text) => {
    const robot = await openChat(app.address, {});
    const { status, body } = await upload(robot, { body: new Uint8Array(5_000_001), lang });
    expect([status, body]).toEqual([
      413,
      { error: { code: 'TooLarge', message: 'TooLarge' }, problems: [{ code: 'file-too-large', text }] },
    ]);
  });

  it('no file for its size up to the limit', async () => {
    const robot = await openChat(app.address, {});
    const parts = unzipSync(fileOf(FILLED));
    const stored = (bytes: number) =>
      zipSync({ ...parts, 'docProps/ballast.bin': new Uint8Array(bytes) }, { level: 0 });
    const large = stored(5_000_000 - stored(0).length);
    expect(large.length).toBe(5_000_000);
    expect((await upload(robot, { body: large })).status).toBe(200);
  });

  it('a broken file, a picture, an empty one, a zip bomb: told in words, and nothing is taken over', async () => {
    const robot = await openChat(app.address, {});
    await upload(robot, { body: fileOf(FILLED) });
    const whole = fileOf(FILLED);
    expect(BOMB.length).toBeLessThan(2 * 1024 * 1024);
    const bodies = { cut: whole.slice(0, 4000), text: 'hello', empty: '', bomb: BOMB };
    for (const [name, body] of Object.entries(bodies)) {
      const { status, body: answer } = await upload(robot, { body });
      expect([name, status, answer.problems.length > 0]).toEqual([name, 422, true]);
    }
    expect(await savedAnswers(robot)).toEqual(FILLED);
  }, 30_000);

  it('wrong cells are told with tab and cell, in the language asked for', async () => {
    const robot = await openChat(app.address, {});
    const wrong = {
      ...FILLED,
      areas: { work: { services: { recruitment: { status: 'inuse', usageRate: 850 } } } },
    };
    const { status, body } = await upload(robot, { body: fileOf(wrong), lang: 'sv' });
    expect(status).toBe(422);
    expect(body.problems).toEqual([
      expect.objectContaining({
        code: expect.any(String),
        tab: expect.any(String),
        cell: expect.stringMatching(/^[A-Z]+\d+$/),
      }),
    ]);
    expect(body.problems[0].text).toContain(body.problems[0].cell);
  });
});

/** What an office program leaves in a file beside its cells. */
function answersOf(data: unknown): WorkbookAnswers {
  return answersSchema.parse(data);
}

function fileOf(answers: unknown): Uint8Array {
  const t = content.translate('fi');
  return exportWorkbook({ workbook, answers: answersInFile(answers), locale: 'fi', t });
}

async function answersTo(robot: Robot, words: string): Promise<readonly WireActivity[]> {
  await robot.send(words);
  const all = await robot.everything();
  return all.slice(all.findLastIndex(({ from }) => from.role === 'user') + 1);
}

/** What the conversation keeps, by its own link. */
async function savedAnswers(robot: Robot): Promise<WorkbookAnswers> {
  const links = fileLinks({ words: wordsIn(await answersTo(robot, 'tallenna tulos')) });
  const json = links.find(link => link.includes('workbook.json')) ?? '';
  return answersOf(await (await fetch(json)).json());
}

function textsOf(activities: readonly WireActivity[]): string[] {
  return activities
    .filter(({ type, from }) => type === 'message' && from.role !== 'user')
    .map(activity => JSON.stringify(activity).replaceAll(/[\u00a0\u202f]/g, ' '));
}
