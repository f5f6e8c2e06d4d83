/** A result behind a link: what it shows, to whom, for how long, and that it can be called back. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, personAt } from '../law/person.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';

const DAY_MS = 86_400_000;
let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});
afterAll(() => app.close());

/** Somebody with a result that says more than others may see. */
async function personWithResult(): Promise<Person> {
  const person = await personAt(app.address);
  for (const what of ['aloita', 'ohita', 'ei koske meitä', 'Salainen perustelu']) await person.say(what);
  await person.say({ do: 'command', name: 'finish' });
  return person;
}

/** What poppler reads of it. */
function textOfPdf(pdf: ArrayBuffer): string {
  const program = 'pdftotext';
  return execFileSync(program, ['-raw', '-', '-'], { input: Buffer.from(pdf), encoding: 'utf8' });
}

const linkIn = ({ words }: { words: string }) =>
  /http:\/\/[^\s\]()]+\/r\/[0-9A-Z-]{34}/.exec(words)?.[0] ?? '';

describe('a shared result', () => {
  it('is a page for whoever has the link: the result with its pictures, nothing of what was answered', async () => {
    const link = linkIn(await (await personWithResult()).say('jaa tulos'));
    const response = await fetch(link.replace('localhost', '127.0.0.1'));
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="fi">');
    expect(html).toContain('Koekunta');
    expect(html).toContain('22.11.2026');
    expect(html).not.toContain('Salainen');
    expect(html).not.toContain('<script');
    // Without its pictures.
    expect(html.replaceAll(/src="data:[^"]*"/g, '').length).toBeLessThan(40_000);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-language': 'fi',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('is there in every language, as a file and as data', async () => {
    const link = linkIn(await (await personWithResult()).say('jaa tulos'));
    for (const [lang, word] of [
      ['sv', 'Spara sidan'],
      ['en', 'Save the page'],
    ])
      expect(await (await fetch(`${link}?lang=${lang}`)).text()).toContain(word);
    const saved = await fetch(`${link}/result.html`);
    expect(saved.headers.get('content-disposition')).toMatch(
      /^attachment; filename="porrasbotti-quick-check-\d{4}-\d\d-\d\d\.html"$/,
    );
    // On paper in the language of the page, and as little of what was answered.
    const page = await (await fetch(`${link}?lang=sv`)).text();
    const [address] = /\/r\/[0-9A-Z-]+\/result\.pdf\?lang=sv/.exec(page) ?? [];
    const paper = await fetch(new URL(address ?? '', link));
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    const text = textOfPdf(await paper.arrayBuffer());
    expect(text).toContain('Snabbtest om digitalisering');
    expect(text).not.toContain('Salainen');
    const data = await (await fetch(`${link}/result.json`)).text();
    expect(JSON.parse(data)).toMatchObject({ dialog: 'quick-check', outcome: {} });
    expect(data).not.toContain('Salainen');
  });

  it('can be called back, and goes with an erasure; a new link is another one', async () => {
    const person = await personWithResult();
    const [one, other] = [linkIn(await person.say('jaa tulos')), linkIn(await person.say('jaa tulos'))];
    expect(one).not.toBe(other);
    expect((await person.say('sulje jakolinkit')).words).toContain('Jakolinkit on suljettu');
    for (const link of [one, other]) expect((await fetch(link)).status).toBe(404);
    const third = linkIn(await person.say('jaa tulos'));
    expect((await fetch(third)).status).toBe(200);
    await person.say('poista tietoni');
    await person.say('kyllä');
    for (const path of ['', '/result.html', '/result.pdf', '/result.json'])
      expect((await fetch(third + path)).status).toBe(404);
  });

  it('has at most five links at a time: for a sixth the first is closed', async () => {
    const person = await personWithResult();
    const links: string[] = [];
    for (let index = 0; index < 6; index += 1) links.push(linkIn(await person.say('jaa tulos')));
    const open = await Promise.all(links.map(async link => (await fetch(link)).status));
    expect(open).toEqual([404, 200, 200, 200, 200, 200]);
  });

  it('stays as it was when it was shared, and is gone after a month', async () => {
    const person = await personWithResult();
    const link = linkIn(await person.say('jaa tulos'));
    const before = await (await fetch(link)).text();
    app.clock.now += 30 * DAY_MS - 60_000;
    expect(await (await fetch(link)).text()).toBe(before);
    app.clock.now += 120_000;
    expect((await fetch(link)).status).toBe(404);
  });

  it.each(['ABCD-2345', 'x', '7QF9-9XM2-K3JD-00AB-CDEF-GHJK-MN1Q', '%00', '..%2f..%2fetc'])(
    'is not behind %s, and the page says so to people',
    async code => {
      const response = await fetch(`${app.address}/r/${code}`, { headers: { accept: 'text/html' } });
      expect([404, 400]).toContain(response.status);
    },
  );

  it('the code of kept results opens no page, and the code of a link no results', async () => {
    const person = await personWithResult();
    const link = linkIn(await person.say('jaa tulos'));
    const code = link.slice(link.lastIndexOf('/') + 1);
    expect((await (await personAt(app.address)).say(code)).words).toContain('Tällä koodilla ei ole tuloksia');
    await person.say('säilytä tulos');
    const kept = /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec((await person.say('Nimi')).words)?.[0];
    expect((await fetch(`${app.address}/r/${kept}`)).status).toBe(404);
  });
});
