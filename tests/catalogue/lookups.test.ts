import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogueJobs } from '../../src/catalogue/catalogue-job.ts';
import { createLookups, type Lookups } from '../../src/catalogue/lookups.ts';
import { createRegisterClient, type RegisterClient } from '../../src/catalogue/register-client.ts';
import { dayOf } from '../../src/conversation/day-of.ts';
import type { Store } from '../../src/store/port.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { makeMunicipality, PLANTED } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer } from '../support/register-server.ts';
import { readTable } from './table.ts';
import { workbookParts } from './workbook-words.ts';

const doJob = createCatalogueJobs();

const { instrument, words, municipalities } = workbookParts();
const WHAT = { dialog: 'workbook', municipality: '091' };
const HOUR_MS = 3_600_000;
const TOWN = makeMunicipality({
  code: '091',
  name: 'Esimerkkilä',
  table: readTable('labelled').slice(0, 60),
});

let server: RegisterServer;
let client: RegisterClient;
let store: Store;
let now: number;
let problems: string[];

function lookups(): Lookups {
  return createLookups({
    client,
    store,
    work: async job => ({ kind: 'done', done: doJob(job) }),
    fillable: dialog => (dialog === 'workbook' ? { instrument, words } : undefined),
    municipalities,
    now: () => now,
    dayOf,
    onProblem: (why, municipality) => problems.push(`${municipality} ${why}`),
  });
}

async function known(from: Lookups) {
  await from.look(WHAT);
  await from.ready(WHAT);
  return from.look(WHAT);
}

beforeEach(async () => {
  now = Date.parse('2026-11-28T22:30:00Z');
  problems = [];
  server = await startRegisterServer();
  server.set('091', TOWN);
  client = createRegisterClient({ address: server.url, now: () => now, sleep: async () => undefined });
  store = await embeddedStore({ now: () => now });
});
afterEach(async () => {
  await client.close();
  await server.close();
});

describe('what is known of a municipality', () => {
  it('is asked once, however many wait for it, and is of the day it is in Finland', async () => {
    const one = lookups();
    const first = await Promise.all([one.look(WHAT), one.look(WHAT)]);
    expect(first).toEqual([{ kind: 'fetching' }, { kind: 'fetching' }]);
    await one.ready(WHAT);
    const asked = server.asked.length;
    expect(await one.look(WHAT)).toMatchObject({
      kind: 'found',
      found: { day: '2026-11-29', municipality: '091' },
    });
    expect(server.asked).toHaveLength(asked);
  });

  it('is known to every process that shares the store, for a day', async () => {
    await known(lookups());
    const asked = server.asked.length;
    expect(await lookups().look(WHAT)).toMatchObject({ kind: 'found' });
    expect(server.asked).toHaveLength(asked);
    now += 25 * HOUR_MS;
    expect(await lookups().look(WHAT)).toEqual({ kind: 'fetching' });
  });

  it('is what was known before, where the register does not answer today', async () => {
    await known(lookups());
    now += 25 * HOUR_MS;
    server.meet(...Array.from({ length: 4 }, () => ({ kind: 'status', status: 503 }) as const));
    expect(await known(lookups())).toMatchObject({ kind: 'found', found: { day: '2026-11-29' } });
    expect(problems).toEqual(['091 no-answer']);
  });

  it('is nothing where it never answered; who tries again a little later asks anew', async () => {
    const one = lookups();
    server.meet({ kind: 'status', status: 429, headers: { 'Retry-After': '86400' } });
    expect(await known(one)).toEqual({ kind: 'failed', why: 'later' });
    now += 60_000;
    expect(await known(one)).toMatchObject({ kind: 'found' });
  });

  it('holds no e-mail address or phone number, in the store or among the problems', async () => {
    await known(lookups());
    const kept = [...(await store.gather('palvelutietovaranto workbook 091')).values()].join();
    expect(kept.length).toBeGreaterThan(1000);
    for (const planted of [...Object.values(PLANTED), '@', '123 4567', '310 1691'])
      expect(kept + problems.join()).not.toContain(planted);
  });
});
