/** `npm run workbook -- prefill`, against a server on this machine that answers as the register does. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../catalogue/table.ts';
import { makeMunicipality, PLANTED } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer } from '../support/register-server.ts';

const run = promisify(execFile);
const TOWN = makeMunicipality({ code: '091', name: 'Esimerkkilä', table: readTable('labelled') });
const folder = mkdtempSync(join(tmpdir(), 'porrasbotti-'));
const answers = join(folder, 'answers.json');

let server: RegisterServer;
beforeAll(async () => {
  server = await startRegisterServer({ pageSize: 60, emptyPages: [2] });
  server.set('091', TOWN);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const workbook = (args: readonly string[], PTV_URL = server.url, settings = {}) =>
  run(process.execPath, ['scripts/workbook.mjs', 'prefill', ...args], {
    env: { ...process.env, PTV_URL, ...settings },
  });

describe('the workbook on the command line', () => {
  it('is filled from the register with what is sure, once somebody has said yes', async () => {
    server.meet({ kind: 'status', status: 503, headers: { 'Retry-After': '0' } });
    const { stdout } = await workbook(['--municipality', 'Helsinki', '--out', answers, '--yes']);
    expect(stdout).toContain('Helsinki: Palvelutietovaranto');
    expect(stdout).toMatch(/Pysäköintitunnukset.*: käytössä.*\[nimi: pysäköinti\]/);
    for (const planted of Object.values(PLANTED)) expect(stdout).not.toContain(planted);
    const file: unknown = JSON.parse(readFileSync(answers, 'utf8'));
    expect(file).toMatchObject({
      dialog: 'workbook',
      prefilled: { municipality: '091', sources: { 'environment.parking.status': expect.any(String) } },
      areas: { environment: { services: { parking: { status: 'inuse' } } } },
    });
  });

  it('tells what has changed since, from saved files as well', async () => {
    const [services, channels] = ['services.json', 'channels.json'].map(name => join(folder, name));
    if (!services || !channels) return;
    writeFileSync(services, JSON.stringify({ itemList: TOWN.services }));
    const online = TOWN.channels.filter(one => one.serviceChannelType !== 'PrintableForm');
    writeFileSync(channels, JSON.stringify({ itemList: online }));
    const args = [
      '--file',
      services,
      channels,
      '--municipality',
      '091',
      '--since',
      answers,
      '--locale',
      'en',
    ];
    const { stdout } = await workbook(args, 'off');
    expect(stdout).toMatch(/Changed since the last time \(\d+\):\n.*: gone form to print/);
  });

  it('says so where the services of a workbook of one’s own have no classes to be found by', async () => {
    const own = join(folder, 'own');
    mkdirSync(join(own, 'dialogs'), { recursive: true });
    const unclassed = readFileSync('dialogs/workbook.yaml', 'utf8')
      .replace(/^version: .*$/m, 'version: 99.0.0')
      .replaceAll(/ptv: P[\d.]+,?/g, '');
    writeFileSync(join(own, 'dialogs/workbook.yaml'), unclassed);
    const args = ['--municipality', 'Helsinki', '--locale', 'en'];
    await expect(workbook(args, 'off', { CONTENT_DIR: own })).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('have no classes of the Finnish Service Catalogue'),
    });
  });

  it('writes nothing unasked, and asks nobody where it is off', async () => {
    const other = join(folder, 'other.json');
    const args = ['--file', join(folder, 'services.json'), '--out', other];
    expect((await workbook(args, 'off')).stderr).toContain('--yes');
    expect(() => readFileSync(other)).toThrow();
    await expect(workbook(['--municipality', 'Helsinki'], 'off')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('PTV_URL=off'),
    });
  });
});
