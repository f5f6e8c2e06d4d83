import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { teamsPerson } from './teams-person.ts';

let connector: RecordingConnector;
let bot: RealBot;
let teams: ReturnType<typeof teamsActivities>;

beforeEach(async () => {
  connector = await startRecordingConnector();
  bot = await startRealBot(connector);
  teams = teamsActivities(connector.serviceUrl);
});
afterEach(async () => {
  await bot.close();
  await connector.close();
});

describe('the whole quick check', () => {
  const places = [
    ['a personal chat', () => teams.personalMessage()],
    ['a group chat', () => teams.groupMention()],
    ['a channel thread', () => teams.channelReply()],
  ] as const;

  test.each(places)('runs in %s', async (_, message) => {
    const { conversation } = message();
    const person = teamsPerson(bot, connector, (value, fields) =>
      teams.press(value, { conversation, ...fields }),
    );
    await person.do(teams.installation('add', { conversation }));
    await person.press({ do: 'command', name: 'start' });
    let questions = 0;
    while (!person.offers({ do: 'command', name: 'finish' }) || person.offers({ do: 'answer' })) {
      questions += 1;
 if(questions>10) console.log(JSON.stringify(person.seen.map(x=>x.activity)).slice(0,5000));
      expect(questions).toBeLessThan(20);
      await person.press(person.offers({ do: 'form' }) ? { do: 'form' } : { do: 'answer' });
      expect(person.seen.length).toBeLessThanOrEqual(3);
    }
    await person.press({ do: 'command', name: 'finish' });
    const last = JSON.stringify(person.seen.map(({ activity }) => activity));
    expect(last).toMatch(/porras/i);
    expect(person.all.every(({ path }) => path.includes(encodeURIComponent(conversation.id)))).toBe(true);
    expect(person.all.every(({ activity }) => JSON.stringify(activity).length < 80_000)).toBe(true);
    console.log(
      questions,
      person.all.map(s => s.method + ' ' + (s.activity.text ?? s.activity.summary).slice(0, 60)),
    );
  });
});
