import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { QUESTIONS } from '../support/content.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

let connector: RecordingConnector;
let bot: RealBot;
let other: RealBot;
let teams: ReturnType<typeof teamsActivities>;
let aino: TeamsPerson;

beforeEach(async () => {
  connector = await startRecordingConnector();
  bot = await startRealBot(connector);
  other = await startRealBot(connector, { beside: bot });
  teams = teamsActivities(connector.serviceUrl);
  aino = teamsPerson(bot, connector, (value, fields) => teams.press(value, fields));
});
afterEach(async () => {
  await other.close();
  await bot.close();
  await connector.close();
});

const DAY = 24 * 3_600_000;

async function says(...texts: string[]): Promise<void> {
  for (const text of texts) await aino.do(teams.personalMessage({ text }));
}

/** Lets days pass, with all processes looking for reminders several times a day; what was sent meanwhile. */
async function pass(days: number): Promise<string[]> {
  const from = connector.sent.length;
  for (let half = 0; half < 2 * days; half++) {
    bot.clock.now += DAY / 2;
    await Promise.all([bot.remind(), other.remind(), bot.remind()]);
    await bot.remind();
  }
  return connector.sent.slice(from).map(({ activity }) => activity.summary ?? activity.text);
}

describe('a reminder', () => {
  test('comes to nobody who has not wished for it', async () => {
    await says('aloita', 'kyllä');
    expect(await pass(29)).toEqual([]);
  });

  test('of an unfinished assessment comes a week after the last message, once though two processes look', async () => {
    await says('aloita', 'muistuta minua');
    expect(aino.seen.map(({ activity }) => activity.summary ?? activity.text)).toEqual([
      expect.stringContaining('muistutan sinua'),
    ]);
    await pass(3);
    await says('kyllä');
    expect(await pass(6)).toEqual([]);
    const [reminder, ...more] = await pass(1);
    expect(more).toEqual([]);
    expect(reminder).toContain('Muistutus: arvio on vielä kesken');
    expect(reminder).toContain(`1/${QUESTIONS}`);
  });

  test('goes to the conversation as a message of its own, answering none', async () => {
    await says('aloita', 'muistuta minua');
    await pass(7);
    const { path, activity } = connector.sent.at(-1) ?? { path: '', activity: {} };
    expect(path).toBe('/teams/v3/conversations/a%3A1pL6i0oY3C0K8oAj8/activities');
    expect(activity.replyToId).toBeUndefined();
    expect(await aino.offers({ do: 'command', name: 'resume' })).toBe(true);
    await aino.press({ do: 'command', name: 'resume' });
    expect(aino.seen.map(({ activity }) => activity.summary)).toEqual([
      expect.stringContaining(`1/${QUESTIONS}`),
    ]);
  });

  test('comes at most once a week, and ends when the answers are gone', async () => {
    await says('aloita', 'muistuta minua');
    const weeks = [await pass(7), await pass(7), await pass(7), await pass(7), await pass(7), await pass(30)];
    expect(weeks.map(({ length }) => length)).toEqual([1, 1, 1, 1, 0, 0]);
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  test('of a result comes four weeks after it', async () => {
    await says('aloita', 'kyllä', 'näytä tulos', 'muistuta minua');
    expect(await pass(27)).toEqual([]);
    expect(await pass(1)).toEqual([expect.stringContaining('edenneet tuloksen jälkeen')]);
  });

  const named = async (days: number) => {
    const day = new Date(bot.clock.now + days * DAY).toISOString().slice(0, 10);
    await says('kokeilu');
    await aino.press({ do: 'form' }, { name: 'Chat', stage: 'running', theme: 'services' });
    await aino.do(teams.press({ do: 'go', to: 'own-1.measures.1' }));
    const others = ['resources', 'actions', 'indirect', 'wider'].map(link => [`${link}.follow-up`, '']);
    const typed = { ...Object.fromEntries(others), 'results.follow-up': day.split('-').reverse().join('.') };
    await aino.press({ do: 'form' }, typed);
    await says('näytä tulos');
    await aino.press({ do: 'command', name: 'remind' });
  };

  test('of a day that was named comes on it, says of what it is, and leads there', async () => {
    await named(20);
    expect(await pass(19)).toEqual([]);
    expect(await pass(2)).toEqual([expect.stringContaining('Muistutus')]);
    expect(JSON.stringify(aino.all.at(-1))).toMatch(/Seurantapäivä \d+\.\d+\.\d{4}: Chat/);
    expect(aino.offers({ do: 'command', name: 'start', dialog: 'experiment' })).toBe(true);
  });

  test.each([
    ['within a week comes after one', 3, 7],
    ['when no answers are left comes while they are', 300, 28],
  ])('of a day %s', async (_, days, comes) => {
    await named(days);
    expect(await pass(comes - 1)).toEqual([]);
    expect(await pass(1)).toHaveLength(1);
  });

  test.each([
    ['by a word', () => says('älä muistuta')],
    ['by erasing everything', () => says('poista tietoni', 'kyllä')],
  ])('is off %s', async (_, off) => {
    await says('aloita', 'muistuta minua');
    await off();
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    expect(await pass(29)).toEqual([]);
  });

  test('is off by the button on it', async () => {
    await says('aloita', 'muistuta minua');
    await pass(7);
    await aino.press({ do: 'command', name: 'remind-off' });
    expect(await pass(20)).toEqual([]);
  });

  test.each([403, 404])('is dropped when the conversation takes no messages (%i)', async status => {
    await says('aloita', 'muistuta minua');
    connector.answer = () => ({ status });
    expect(await pass(14)).toHaveLength(1);
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  test('that could not be sent waits for the next week', async () => {
    await says('aloita', 'muistuta minua');
    connector.answer = () => ({ status: 502 });
    expect(await pass(13)).toHaveLength(1);
    connector.answer = () => ({ status: 201 });
    expect(await pass(1)).toHaveLength(1);
  });

  test('of a group comes to the group', async () => {
    const { conversation } = teams.groupMention();
    await aino.do(teams.groupMention());
    await aino.do(teams.groupMention({ text: '<at>Porrasbotti</at> muistuta' }));
    await pass(7);
    expect(connector.sent.at(-1)?.path).toContain(encodeURIComponent(conversation.id));
  });

  test('is kept without anything said or anyone’s name', async () => {
    await says('aloita', 'muistuta minua');
    const [due] = await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10);
    expect(Object.keys(JSON.parse(due?.value ?? '{}').reference).sort()).toEqual([
      'at',
      'bot',
      'channelId',
      'conversation',
      'serviceUrl',
      'user',
    ]);
    expect(JSON.stringify([due, bot.logged])).not.toContain('Virtanen');
  });
});
