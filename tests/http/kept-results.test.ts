/** Results kept, taken along as a file and brought back, through the whole server: the code is shown once and stored nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/conversation/day-of.ts';
import { formatDate } from '../../src/presentation/format-date.ts';
import { fileLinks, type Person, personAt } from '../law/person.ts';
import { ANSWERS, instrument } from '../presentation/every-reply.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';

const CODE = /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/;
const YEAR_MS = 365 * 86_400_000;
const NAME = 'Oulun palvelut';
let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});
afterAll(() => app.close());

async function resultOf(person: Person): Promise<void> {
  for (const what of ['aloita', 'ohita', 'kyllä']) await person.say(what);
  await person.say({ do: 'command', name: 'finish' });
}

async function keepingPerson(): Promise<{ person: Person; code: string }> {
  const person = await personAt(app.address);
  await resultOf(person);
  await person.say('säilytä tulos');
  const { words } = await person.say(NAME);
  return { person, code: CODE.exec(words)?.[0] ?? '' };
}

/** Sends a file to the page as a browser would. */
async function bring(file: string | undefined, name = ''): Promise<{ status: number; html: string }> {
  const form = new FormData();
  form.set('name', name);
  if (file !== undefined) form.set('file', new Blob([file], { type: 'application/json' }), 'tulokset.json');
  const response = await fetch(`${app.address}/kept?lang=fi`, { method: 'POST', body: form });
  return { status: response.status, html: await response.text() };
}

const dayNow = () => formatDate('fi', dayOf(app.clock.now));
const codeIn = (html: string) => CODE.exec(html)?.[0] ?? '';

/** The file of a real kept result, for others to change. */
async function savedFile(): Promise<string> {
  const { person } = await keepingPerson();
  const [link = ''] = fileLinks(await person.say('säilytetyt tulokset')).filter(url =>
    url.includes('kept.json'),
  );
  return (await fetch(link)).text();
}

describe('a kept result', () => {
  it('has a code that is in no byte of the store, not when it is given out and not when it is given back', async () => {
    const { code, person } = await keepingPerson();
    expect(code).toMatch(CODE);
    const other = await personAt(app.address);
    expect((await other.say(`koodi ${code}`)).words).toContain(NAME);
    // What was typed is read back without it, from a new reading of the log.
    const typed = (await other.everything()).activities.find(
      ({ from, text }) => from.role === 'user' && text?.startsWith('koodi'),
    );
    expect(typed?.text).toBe('koodi •••• ••••');
    const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true }).filter(one =>
      one.isFile(),
    );
    const bytes = files.map(one => readFileSync(join(one.parentPath, one.name), 'latin1')).join('');
    expect(bytes).toContain(NAME);
    expect(bytes).not.toContain(code);
    expect(bytes).not.toContain(code.replaceAll('-', ''));
    // Whoever reads the conversation again still finds it there, as the person did.
    expect((await person.everything()).words).toContain(code);
  });

  it('is told of before an erasure, and goes with it where that is wished', async () => {
    const { person, code } = await keepingPerson();
    const asked = await person.say('poista tietoni');
    expect(asked.words).toContain(NAME);
    expect(asked.words).toContain('Poista kaikki, myös säilytetyt');
    expect((await person.say('poista kaikki, myös säilytetyt')).words).toContain('poistettu');
    expect((await (await personAt(app.address)).say(code)).words).toContain('Tällä koodilla ei ole tuloksia');
  });

  it('is as long as the settings say, and no longer', async () => {
    const { code } = await keepingPerson();
    app.clock.now += 3 * YEAR_MS - 60_000;
    const last = await (await personAt(app.address)).say(code);
    app.clock.now += 120_000;
    const late = await (await personAt(app.address)).say(code);
    expect(last.words).toContain(NAME);
    expect(late.words).toContain('Tällä koodilla ei ole tuloksia');
  });

  it('is in the saved report of a later round: what changed, and the way as a picture with its table', async () => {
    const { code } = await keepingPerson();
    app.clock.now += YEAR_MS;
    const person = await personAt(app.address);
    await person.say(code);
    await resultOf(person);
    const [link = ''] = fileLinks(await person.say('tallenna tulos')).filter(url => url.includes('.html'));
    const html = await (await fetch(link)).text();
    expect(html).toContain('Muutos edellisestä tuloksesta');
    expect(html).toContain('Kuvassa on tulosten kehitys');
    expect(html).toContain('Tulokset ajan mukaan');
  });
});

describe('a file of results', () => {
  it('is brought where they are kept, and opens by the code in the answer', async () => {
    const file = await savedFile();
    expect(JSON.parse(file)).toMatchObject({ format: 'porrasbotti-kept-results', schema: 1, name: NAME });
    const { status, html } = await bring(file);
    expect(status).toBe(200);
    expect((await (await personAt(app.address)).say(codeIn(html))).words).toContain(NAME);
  });

  it('may be the one result that was saved where nothing is kept, with its own day', async () => {
    const person = await personAt(app.address);
    await resultOf(person);
    const [link = ''] = fileLinks(await person.say('tallenna tulos')).filter(url => url.includes('.json'));
    const file = await (await fetch(link)).text();
    const today = dayNow();
    app.clock.now += YEAR_MS;
    const { html } = await bring(file, 'Tuotu arvio');
    const { words } = await (await personAt(app.address)).say(codeIn(html));
    expect(words).toContain('Tuotu arvio');
    expect(words).toContain(today);
  });

  const result = {
    dialog: instrument.id,
    version: instrument.version,
    at: '2025-11-28T10:00:00Z',
    answers: ANSWERS,
  };
  const fileOf = (one: object) =>
    JSON.stringify({ format: 'porrasbotti-kept-results', schema: 1, name: NAME, results: [one] });

  const SHARED = JSON.stringify({
    dialog: instrument.id,
    version: instrument.version,
    at: Date.parse('2025-11-28T10:00:00Z'),
    outcome: { dialog: instrument.id, version: instrument.version, sections: [] },
  });

  it.each([
    ['that is none', undefined, 400, 'Valitse tiedosto'],
    ['that is empty', '', 400, 'Valitse tiedosto'],
    ['that is no JSON', '{', 422, 'ei ole tuloksia'],
    ['of something else', '{"hei":1}', 422, 'ei ole tuloksia'],
    ['without any', fileOf({}), 422, 'ei ole tuloksia'],
    ['of a newer format', fileOf(result).replace('"schema":1', '"schema":2'), 422, 'uudemmasta versiosta'],
    ['that a link shares', SHARED, 422, 'jaettu tulos, eikä siinä ole vastauksia'],
    ['of an unknown version', fileOf({ ...result, version: '99.0.0' }), 422, 'ei ole'],
    ['of an unknown instrument', fileOf({ ...result, dialog: 'gone' }), 422, 'ei ole'],
    ['with answers that are none', fileOf({ ...result, answers: { need: 'maybe' } }), 422, 'eivät sovi'],
    ['without a name', fileOf(result).replace(NAME, ''), 422, 'Kirjoita nimi'],
  ])('%s is refused, with the reason on the page, and nothing is kept', async (_, file, status, words) => {
    const brought = await bring(file);
    expect([brought.status, brought.html.includes(words), codeIn(brought.html)]).toEqual([status, true, '']);
  });

  it('says nothing of what it came to: that is counted again, and no day of it is to come', async () => {
    const { html } = await bring(
      fileOf({ ...result, at: '2999-01-01T00:00:00Z', sections: [{ kind: 'lie' }] }),
    );
    const { words } = await (await personAt(app.address)).say(codeIn(html));
    expect(words).toContain(dayNow());
    expect(words).not.toContain('2999');
  });

  it('comes by a page that no search engine finds, that runs nothing, and whose answer nobody stores', async () => {
    const response = await fetch(`${app.address}/kept?lang=sv`);
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('lang="sv"');
    expect(html).not.toContain('<script');
  });
});

it('nothing is offered to be kept where nothing is', async () => {
  const stateless = await appInProcess({ KEPT_TTL_DAYS: '0' });
  try {
    const person = await personAt(stateless.address);
    await resultOf(person);
    expect((await person.everything()).words).not.toContain('Säilytä tulos');
    expect((await person.say('säilytä tulos')).words).not.toContain('Millä nimellä');
    expect((await fetch(`${stateless.address}/kept`)).status).toBe(404);
  } finally {
    await stateless.close();
  }
});
