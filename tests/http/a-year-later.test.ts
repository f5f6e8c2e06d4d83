/** A municipality judges two sectors, sets targets, prints the council's page, comes back in a year and sees what changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileLinks, type Person, personAt } from '../law/person.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';

const YEAR_MS = 365 * 86_400_000;
/** Where the files are left for somebody to look at. */
const LEFT_IN = process.env.LEAVE_FILES_IN;

let app: AppInProcess;
beforeAll(async () => {
  app = await appInProcess({ CHAT_TOKEN_SECRET: 'salaisuus-testeihin-0123456789-0123456789' });
});
afterAll(() => app.close());

async function says(person: Person, ...said: readonly (string | object)[]): Promise<string> {
  let words = '';
  for (const one of said) ({ words } = await person.say(one));
  return words;
}

/** Opens a card by the button that leads to it. */
const to = (dialog: string, card: string) => ({ do: 'go', to: card, dialog });

/** Some perspectives of a sector, on level 2 or on none. */
async function judge(person: Person, sector: string, holds: 'kyllä' | 'ei'): Promise<void> {
  const views = ['strategy', 'people', 'data'];
  for (const view of views) {
    await says(person, to('profile', `${sector}.${view}.ladder.2`), `kaikki ${holds}`);
    await says(person, to('profile', `${sector}.${view}.ladder.${holds === 'kyllä' ? 3 : 1}`), 'kaikki ei');
  }
}

/** The files that are offered, by their names. */
async function saved(person: Person, year: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const link of fileLinks(await person.say('tallenna tulos'))) {
    const response = await fetch(link);
    expect([link, response.status]).toEqual([link, 200]);
    const name = new URL(link).pathname.split('/').at(-1) ?? '';
    files.set(name, Buffer.from(await response.arrayBuffer()));
  }
  if (LEFT_IN !== undefined) {
    mkdirSync(LEFT_IN, { recursive: true });
    for (const [name, bytes] of files) writeFileSync(join(LEFT_IN, `${year}-${name}`), bytes);
  }
  return files;
}

it('runs through the profile, targets and files, and tells after a year what rose and what was done', async () => {
  const first = await personAt(app.address);
  await says(first, 'kypsyysprofiili', 'Oulu, johto', to('profile', 'sectors-chosen'));
  await says(first, 'Sivistys ja kasvatus ja Tekniset palvelut');
  await judge(first, 'education', 'kyllä');
  await judge(first, 'technical', 'ei');
  const profile = await says(first, 'näytä tulos');
  expect(profile).toContain('Suurin ero');
  expect(profile).toContain('Tekniset palvelut ja ympäristö');
  const judged = await saved(first, 'first-profile');
  for (const bytes of judged.values()) expect(bytes.length).toBeLessThan(150_000);
  const code = /\b(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/.exec(
    await says(first, 'säilytä tulos', 'Oulun digi'),
  )?.[0];
  expect(code).toBeDefined();

  await says(first, 'tavoitteet', to('targets', 'aims'), 'strategia tavoite 3, vuosi 2028');
  await says(first, to('targets', 'measures-chosen'), '1 ja 2', to('targets', 'states.own'));
  await says(first, 'Uusi intranet, suunnitteilla', to('targets', 'states'), '1 käynnissä');
  expect(await says(first, 'näytä tulos')).toContain('tavoite 3 vuonna 2028');
  const files = await saved(first, 'first-targets');
  expect([...files.keys()].sort()).toEqual(
    [
      'report.pdf',
      'result.docx',
      'result.html',
      'result.json',
      'result.pdf',
      'roadmap.csv',
      'roadmap.xlsx',
    ].sort(),
  );
  for (const bytes of files.values()) expect(bytes.length).toBeLessThan(150_000);
  expect(await says(first, 'säilytä tulos')).toContain('Oulun digi');

  app.clock.now += YEAR_MS;
  const later = await personAt(app.address);
  expect(await says(later, `koodi ${code}`)).toContain('Oulun digi');
  await says(later, 'kypsyysprofiili', 'Oulu, johto', to('profile', 'sectors-chosen'));
  await says(later, 'Sivistys ja kasvatus ja Tekniset palvelut');
  await judge(later, 'education', 'kyllä');
  await judge(later, 'technical', 'kyllä');
  const risen = await says(later, 'näytä tulos');
  expect(risen).toContain('Muutos edellisestä tuloksesta');
  expect(risen).toContain('Strategia: ennen 0, nyt 2');
  await saved(later, 'later-profile');
  expect(await says(later, 'tavoitteet')).toContain('Missä vaiheessa toimet ovat?');
  const done = await says(later, '1 tehty', 'näytä tulos');
  expect(done).toContain('Tehty (ennen: Käynnissä)');
  expect(done).toContain('Uusi intranet');
  const page = (await saved(later, 'later-targets')).get('result.html')?.toString() ?? '';
  expect(page).toContain('Tehty (ennen: Käynnissä)');
}, 240_000);
