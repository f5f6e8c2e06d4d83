import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchMunicipality } from '../../src/catalogue/fetch-municipality.ts';
import { readPage } from '../../src/catalogue/read-page.ts';
import { createRegisterClient, type RegisterClient } from '../../src/catalogue/register-client.ts';
import { makeMunicipality } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer, type Trouble } from '../support/register-server.ts';
import { readTable } from './table.ts';

const TOWN = makeMunicipality({
  code: '091',
  name: 'Esimerkkilä',
  table: readTable('labelled').slice(0, 40),
});
const NOW = Date.parse('2026-11-28T09:00:00Z');

let server: RegisterServer;
let client: RegisterClient;
let slept: number[];

const clientTo = (address: string) =>
  createRegisterClient({
    address,
    now: () => NOW,
    sleep: async ms => void slept.push(ms),
    timeoutMs: 5000,
  });
const fetched = (more: { mostPages?: number } = {}) =>
  fetchMunicipality({ client, read: async (bytes, of) => readPage(bytes, of), ...more }, '091');

beforeEach(async () => {
  slept = [];
  server = await startRegisterServer({ pageSize: 10, emptyPages: [2] });
  server.set('091', TOWN);
  client = clientTo(server.url);
});
afterEach(async () => {
  await client.close();
  await server.close();
});

describe('a municipality', () => {
  it('is fetched page by page, one at a time, over a page with nothing on it', async () => {
    const asked = await fetched();
    expect(asked).toMatchObject({ kind: 'answered' });
    if (asked.kind !== 'answered') return;
    expect(asked.answer.services).toHaveLength(TOWN.services.length);
    expect(asked.answer.channels).toHaveLength(TOWN.channels.length);
    expect(server.atOnce()).toBe(1);
    expect(server.asked[0]).toBe('/api/v11/Service/list/area/Municipality/code/091?page=1');
    expect(server.asked.at(-1)).toContain('/ServiceChannel/list/area/Municipality/code/091?page=');
  });

  it.each<[string, Trouble, number[]]>([
    ['429 with seconds', { kind: 'status', status: 429, headers: { 'Retry-After': '7' } }, [7000]],
    [
      '503 with a day and time',
      { kind: 'status', status: 503, headers: { 'Retry-After': 'Sat, 28 Nov 2026 09:00:30 GMT' } },
      [30_000],
    ],
    ['503 without a word', { kind: 'status', status: 503 }, [1000]],
    ['a page that breaks off', { kind: 'broken-off' }, [1000]],
    ['half a page that says it is whole', { kind: 'half' }, [1000]],
  ])('is fetched in spite of %s', async (_, trouble, pauses) => {
    server.meet(trouble);
    expect(await fetched()).toMatchObject({ kind: 'answered' });
    expect(slept).toEqual(pauses);
  });

  it.each<[string, Trouble[], string]>([
    [
      'the register is down for long',
      Array.from({ length: 4 }, () => ({ kind: 'status', status: 503 })),
      'no-answer',
    ],
    ['it asks for an hour', [{ kind: 'status', status: 429, headers: { 'Retry-After': '3600' } }], 'later'],
    [
      'it leads elsewhere',
      [{ kind: 'status', status: 302, headers: { Location: 'http://127.0.0.1:1/' } }],
      'redirected',
    ],
    ['it refuses', [{ kind: 'status', status: 403 }], 'refused'],
    ['it breaks off again and again', Array.from({ length: 4 }, () => ({ kind: 'broken-off' })), 'no-answer'],
    ['it sends halves again and again', Array.from({ length: 4 }, () => ({ kind: 'half' })), 'unreadable'],
  ])('is not had at all where %s', async (_, troubles, why) => {
    server.meet(...troubles);
    expect(await fetched()).toEqual({ kind: 'failed', why });
  });

  it('of more pages than anybody has is let be', async () => {
    expect(await fetched({ mostPages: 3 })).toEqual({ kind: 'failed', why: 'too-large' });
    expect(server.asked).toHaveLength(3);
  });

  it('is not had where nobody answers', async () => {
    await server.close();
    expect(await fetched()).toEqual({ kind: 'failed', why: 'no-answer' });
  });

  it('asks two after each other', async () => {
    await Promise.all([fetched(), fetched()]);
    expect(server.atOnce()).toBe(1);
  });

  it('is asked of no other host', async () => {
    const read = async () => 'read';
    expect(await client.ask('http://127.0.0.1:1/elsewhere', read)).toEqual({
      kind: 'failed',
      why: 'refused',
    });
    expect(await client.ask('//127.0.0.1:1/elsewhere', read)).toEqual({ kind: 'failed', why: 'refused' });
    expect(server.asked).toEqual([]);
  });
});
