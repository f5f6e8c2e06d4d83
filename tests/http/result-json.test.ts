/** The result as data, by the schema that is published for it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fileLinks, personAt } from '../law/person.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

/** What somebody saves who says this. */
async function saved(steps: readonly (string | object)[]): Promise<unknown> {
  const person = await personAt(app.address);
  for (const step of steps) await person.say(step);
  const link = fileLinks(await person.say({ do: 'command', name: 'export' })).find(one =>
    one.includes('result.json'),
  );
  return (await fetch(link ?? '')).json();
}

async function published() {
  const response = await fetch(`${app.address}/schemas/result.json`);
  expect(response.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
  return z.record(z.string(), z.unknown()).parse(await response.json());
}

const CASES: readonly (readonly [name: string, steps: readonly (string | object)[]])[] = [
  ['a quick check', ['aloita', 'Oulu, työ', 'kyllä', 'muistiinpano', 'sivu 4', 'osittain', 'näytä tulos']],
  [
    'two areas',
    ['aloita', 'työ', 'jatka', 'näytä tulos', 'Arvioi toinen palvelualue', 'kulttuuri', 'näytä tulos'],
  ],
  ['a plan', ['kokeilu', 'Puheentunnistus, käynnissä']],
];

describe('the data of a result', () => {
  it.each(CASES)('of %s is as the published schema says, and names it', async (_name, steps) => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const validate = ajv.compile(await published());
    const data = z.record(z.string(), z.unknown()).parse(await saved(steps));
    validate(data);
    expect(validate.errors).toBeNull();
    expect(data.$schema).toMatch(/^http:.*\/schemas\/result\.json$/);
    for (const broken of [
      { dialog: 'Ei näin' },
      { savedAt: 'eilen' },
      { outcome: { sections: [{ kind: 'guess' }] } },
    ])
      expect(validate({ ...data, ...broken })).toBe(false);
  });
});
