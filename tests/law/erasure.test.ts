/** GDPR article 17 in practice: "poista tietoni" leaves nothing behind, and says so. */
import { open } from 'lmdb';
import { expect, it } from 'vitest';
import { unpacked } from '../../src/turns/packed-line.ts';
import { appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';
import { personAt } from './person.ts';

const MARK = 'Merkki-4711';
const OTHER = 'Sivullinen-0815';

it.each([
  ['fi', 'poista tietoni', 'kyllä'],
  ['sv', 'radera mina uppgifter', 'ja'],
  ['en', 'delete my data', 'yes'],
] as const)(
  'asks first, then removes every key of the person and says so (%s)',
  async (locale, erase, yes) => {
    const app = await appInProcess();
    const person = await personAt(app.address, locale);
    const bystander = await personAt(app.address);
    await write(person, MARK);
    await write(bystander, OTHER);

    const asked = await person.say(erase);
    expect(asked.words).toContain(content.translate(locale)('bot:confirm.erase.question'));
    expect((await person.everything()).activities.length).toBeGreaterThan(5);
    const erased = await person.say(yes);
    expect(erased.words).toContain(content.translate(locale)('bot:notices.erased'));
    expect((await person.everything()).activities.map(({ text }) => text)).not.toContain(MARK);

    const kept = await everyEntry(app.dataDir, app.close);
    const mine = kept.filter(entry => entry.includes(person.conversationId));
    expect(kept.filter(entry => entry.includes(MARK))).toEqual([]);
    expect(mine.filter(entry => /"need"|"partly"|question/.test(entry))).toEqual([]);
    // Of what was delivered only the erasing itself is remembered.
    expect(mine.join('\n').match(/"applied":"[^"]*"/g)).toEqual([
      expect.stringMatching(/^"applied":"[\w-]{10}"$/),
    ]);
    expect(kept.some(entry => entry.includes(OTHER))).toBe(true);
  },
);

it('takes what was added to many people’s answers out with it, and leaves no name of it', async () => {
  const app = await appInProcess();
  const [person, bystander] = [await personAt(app.address), await personAt(app.address)];
  for (const one of [person, bystander]) {
    await one.say('kuntalaiskysely');
    await one.say('Oulu');
    await one.say('kyllä');
    expect((await one.say('näytä tulos')).words).toContain('portaalla 2');
  }
  await person.say('poista tietoni');
  await person.say('kyllä');
  const kept = await everyEntry(app.dataDir, app.close);
  const elsewhere = kept.filter(entry => !entry.includes(bystander.conversationId));
  const added = elsewhere.filter(entry => entry.includes('"used":"yes"'));
  expect(added).toHaveLength(1);
  const record = kept.find(
    entry => entry.includes(bystander.conversationId) && entry.includes('"contributed"'),
  );
  const member = /"member":"([\w-]{22})"/.exec(record ?? '')?.[1] ?? 'none';
  expect(added[0]).toContain(member);
});

it('a no keeps everything', async () => {
  const app = await appInProcess();
  const person = await personAt(app.address);
  await write(person, MARK);
  await person.say('poista tietoni');
  expect((await person.say('ei')).words).toContain(content.translate('fi')('bot:notices.kept-as-is'));
  expect((await everyEntry(app.dataDir, app.close)).some(entry => entry.includes(MARK))).toBe(true);
});

/** An answer, a note, and something that is not understood. */
async function write(person: Awaited<ReturnType<typeof personAt>>, mark: string): Promise<void> {
  await person.say({ do: 'command', name: 'start' });
  await person.say(`${mark} hölynpöly`);
  await person.say({ do: 'command', name: 'note' });
  await person.say(mark);
}

/** Every key and value that the store holds, as text, read past the store. The app is closed for good. */
async function everyEntry(dataDir: string, close: () => Promise<void>): Promise<string[]> {
  const root = open({ path: dataDir, noSubdir: false });
  const entries = [...root.getKeys()].flatMap(name => {
    const table = root.openDB({ name: String(name), encoding: 'binary' });
    return [...table.getRange()].map(({ key, value }) => `${JSON.stringify(key)} ${legible(value)}`);
  });
  await close();
  return entries;
}

/** Lines of the log lie packed. */
function legible(value: Buffer): string {
  return value.toString('utf8').replace(/a:[\w+/=]{20,}/g, line => unpacked(line) ?? line);
}
