/** The register of services answers later than the message that asked: its proposals come by themselves, once, whoever lives. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTable } from '../catalogue/table.ts';
import { makeMunicipality } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer } from '../support/register-server.ts';
import { until } from '../support/until.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';

const TOWN = makeMunicipality({ code: '091', name: 'Helsinki', table: readTable('labelled') });
/** From this age on another process goes on with what one was waiting for, and sends what it left. */
const LOST_MS = 180_000;

let connector: RecordingConnector;
let register: RegisterServer;
let bot: RealBot;
let other: RealBot;
let teams: ReturnType<typeof teamsActivities>;

beforeEach(async () => {
  connector = await startRecordingConnector();
  register = await startRegisterServer({ pageSize: 500 });
  register.set('091', TOWN);
  bot = await startRealBot(connector, { register: register.url });
  other = await startRealBot(connector, { register: register.url, beside: bot });
  teams = teamsActivities(connector.serviceUrl);
});
afterEach(async () => {
  await other.close();
  await bot.close();
  await register.close();
  await connector.close();
});

let count = 0;
const says = (text: string) => {
  count += 1;
  return bot.call(teams.personalMessage({ text, id: `said-${count}` }));
};
const offers = () =>
  connector.sent.filter(({ activity }) =>
    JSON.stringify(activity).includes('Palvelutietovarannon ehdotukset'),
  );
const told = (words: string) =>
  until(async () => connector.sent.some(({ activity }) => JSON.stringify(activity).includes(words)));
const offered = () => until(async () => offers().length > 0);

async function asks(): Promise<void> {
  await says('täytä pohja palvelutietovarannosta');
  await says('Helsinki');
}

describe('what the register tells', () => {
  test('comes as a message of its own, which answers none', async () => {
    await asks();
    await told('Haen palveluja');
    await offered();
    const [sent] = offers();
    expect(sent?.path).toBe('/teams/v3/conversations/a%3A1pL6i0oY3C0K8oAj8/activities');
    expect(sent?.activity.replyToId).toBeUndefined();
    await bot.settled();
  });

  test('comes from another process where the one that asked has ended, once', async () => {
    register.meet({ kind: 'silent' });
    await asks();
    await told('Haen palveluja');
    await other.resume();
    expect(offers()).toEqual([]);
    const [waits] = [...(await bot.store.gather('palvelutietovaranto waits')).values()];
    expect(waits).toContain('"municipality":"091"');
    expect(waits).not.toContain('Virtanen');
    bot.clock.now += LOST_MS;
    await other.resume();
    await offered();
    await Promise.all([other.resume(), bot.resume()]);
    await bot.settled();
    expect(offers()).toHaveLength(1);
  });

  test('is left to a process that lives and says so, however long it takes', async () => {
    register.meet({ kind: 'silent' });
    await asks();
    await told('Haen palveluja');
    for (let minute = 0; minute < 5; minute += 1) {
      bot.clock.now += 60_000;
      await bot.resume();
      await other.resume();
    }
    expect(register.asked).toHaveLength(1);
    expect(offers()).toEqual([]);
  });

  test('is sent by another process where it was said and did not get out', async () => {
    const later: number[] = [];
    connector.answer = ({ activity }) => {
      if (!JSON.stringify(activity).includes('Palvelutietovarannon ehdotukset')) return { status: 201 };
      later.push(1);
      return { status: later.length < 30 && bot.clock.now < start + LOST_MS ? 503 : 201 };
    };
    const start = bot.clock.now;
    await asks();
    await until(async () => later.length > 0);
    bot.clock.now += LOST_MS;
    await other.sweep();
    await bot.settled();
    expect(offers().length).toBe(later.length);
    expect((await bot.store.undelivered(-1, 10)).length).toBe(0);
  });

  test('comes to nobody who has erased all since, in no process', async () => {
    register.meet({ kind: 'silent' });
    await asks();
    await told('Haen palveluja');
    await says('poista tietoni');
    await says('kyllä');
    bot.clock.now += LOST_MS;
    await other.resume();
    expect([...(await bot.store.gather('palvelutietovaranto waits'))]).toEqual([]);
    expect(register.asked).toHaveLength(1);
    expect(offers()).toEqual([]);
  });
});
