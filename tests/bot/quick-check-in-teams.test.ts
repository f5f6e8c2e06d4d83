import { afterEach, beforeEach, expect, test } from 'vitest';
import { QUESTIONS } from '../support/content.ts';
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

const ANSWERS = [{ do: 'form' }, { do: 'answer', value: 'yes' }, { do: 'answer', value: 'unknown' }];

const places = [
  ['a personal chat', () => teams.personalMessage()],
  ['a group chat', () => teams.groupMention()],
  ['a channel thread', () => teams.channelReply()],
] as const;

test.each(places)('the whole quick check runs in %s', async (_, message) => {
  const { conversation } = message();
  const person = teamsPerson(bot, connector, (value, fields) =>
    teams.press(value, { conversation, ...fields }),
  );
  await person.do(teams.installation('add', { conversation }));
  expect(person.seen).toHaveLength(1);
  await person.press({ do: 'command', name: 'start' });
  for (let question = 1; !person.offers({ do: 'go' }); question += 1) {
    expect(question).toBeLessThanOrEqual(14);
    await person.press(ANSWERS.find(answer => person.offers(answer)) ?? { do: 'answer' });
    expect(person.seen.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  }
  await person.press({ do: 'command', name: 'finish' });
  expect(JSON.stringify(person.seen.map(({ activity }) => activity))).toContain('/pictures/stair');
  for (const { path, activity } of person.all) {
    expect(path).toContain(encodeURIComponent(conversation.id));
    expect(JSON.stringify(activity).length).toBeLessThan(80_000);
  }
});

test('two people in a group chat answer one shared assessment', async () => {
  const { conversation } = teams.groupMention();
  const press = (from: string) => (value: unknown, fields: object) =>
    teams.press(value, { conversation, from: { id: from, name: from }, ...fields });
  const aino = teamsPerson(bot, connector, press('29:aino'));
  const matti = teamsPerson(bot, connector, press('29:matti'));
  await aino.do(teams.installation('add', { conversation }));
  await aino.press({ do: 'command', name: 'start' });
  await matti.press({ do: 'answer', value: 'yes' });
  await aino.press({ do: 'answer', value: 'no' });
  expect(aino.seen.map(({ activity }) => activity.summary ?? activity.text)).toEqual([
    expect.stringContaining(`2/${QUESTIONS}`),
    expect.stringContaining(`3/${QUESTIONS}`),
  ]);
});

test('a workbook card that was sent in gives its place to the line about it', async () => {
  const person = teamsPerson(bot, connector, (value, fields) => teams.press(value, fields));
  await person.do(teams.personalMessage({ text: 'työkirja' }));
  for (const filled of ['areas', 'services']) {
    await person.press({ do: 'form' });
    expect([filled, person.seen.map(({ method }) => method)]).toEqual([filled, ['PUT', 'POST']]);
    const [line] = person.seen;
    expect(line?.activity.attachments).toBeUndefined();
  }
});
