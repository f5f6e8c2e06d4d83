/** Cards in Teams: answered ones give up their place, refused ones are said, and no thread is flooded. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createThreadThrottle } from '../../src/bot/thread-throttle.ts';
import { QUESTIONS } from '../support/content.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, type Sent, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

let connector: RecordingConnector;
let bot: RealBot;
let teams: ReturnType<typeof teamsActivities>;
let own: TeamsPerson;

beforeEach(async () => {
  connector = await startRecordingConnector();
  bot = await startRealBot(connector);
  teams = teamsActivities(connector.serviceUrl);
  own = teamsPerson(bot, connector, (value, fields) => teams.press(value, fields));
});
afterEach(async () => {
  await bot.close();
  await connector.close();
});

const says = (text: string) => own.do(teams.personalMessage({ text }));
const called = ({ method, path }: Sent) => `${method} ${path.split('/').at(-1)}`;
const words = ({ activity }: Sent): string => activity.summary ?? activity.text;
/** The line that is left of the first question, whatever that is called. */
const ANSWERED = /^1\/\d+ .*: Kyllä$/;
const isCard = ({ activity }: Sent) => activity.attachments?.length > 0;

describe('a typed answer', () => {
  test('takes the place of its open card', async () => {
    await says('aloita');
    const card = `sent-${connector.sent.length}`;
    await says('kyllä');
    expect(own.seen.map(called)[0]).toBe(`PUT ${card}`);
    expect(own.seen.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(own.seen.map(words)[0]).toMatch(ANSWERED);
    expect(own.seen.map(words).at(-1)).toContain(`Kysymys 2/${QUESTIONS}`);
  });

  test('takes the place of the card that was shown last', async () => {
    await says('aloita');
    bot.clock.now += 60_000;
    await says('jatka');
    const card = `sent-${connector.sent.length}`;
    await says('kyllä');
    expect(own.seen.map(called)[0]).toBe(`PUT ${card}`);
  });

  test('takes it also when another process hears it', async () => {
    const other = await startRealBot(connector, { beside: bot });
    await says('aloita');
    const card = `sent-${connector.sent.length}`;
    const there = teamsPerson(other, connector, (value, fields) => teams.press(value, fields));
    await there.do(teams.personalMessage({ text: 'kyllä' }));
    expect(there.seen.map(called)[0]).toBe(`PUT ${card}`);
    await other.close();
  });

  test('takes the place of a workbook card', async () => {
    await says('työkirja');
    await own.press({ do: 'form' });
    const card = `sent-${connector.sent.length}`;
    await says('ohita');
    expect(own.seen.map(called)[0]).toBe(`PUT ${card}`);
  });

  test.each([404, 400])('is a line of its own when the card is not to be had (%i)', async status => {
    await says('aloita');
    connector.answer = ({ method }) => ({ status: method === 'PUT' ? status : 201 });
    await says('kyllä');
    expect(own.seen.map(({ method }) => method).slice(0, 2)).toEqual(['PUT', 'POST']);
    expect(own.seen.slice(0, 2).map(words)).toEqual(Array(2).fill(expect.stringMatching(ANSWERED)));
  });

  test('is a line of its own when the channel names no messages', async () => {
    connector.named = false;
    await says('aloita');
    await says('kyllä');
    expect(own.seen.every(({ method }) => method === 'POST')).toBe(true);
  });
});

describe('a card the channel refuses', () => {
  test.each([400, 413])('with %i is sent as its text', async status => {
    connector.answer = sent => ({ status: isCard(sent) ? status : 201 });
    await says('aloita');
    const [card, text] = own.seen;
    expect(own.seen).toHaveLength(2);
    expect(text?.activity).toMatchObject({ text: card?.activity.summary, textFormat: 'plain' });
    expect(text?.activity.attachments).toBeUndefined();
    await says('kyllä');
    expect(own.seen.map(words)).toContainEqual(expect.stringMatching(ANSWERED));
  });

  test('as text too is dropped, and the next reply is sent', async () => {
    connector.answer = () => ({ status: 400 });
    await says('aloita');
    expect(own.seen).toHaveLength(2);
    connector.answer = () => ({ status: 201 });
    await says('kyllä');
    expect(own.seen.map(words)).toContainEqual(expect.stringMatching(ANSWERED));
  });
});

describe('what was typed into a card', () => {
  const inputs = (sent: Sent | undefined) => {
    const found = new Map<string, unknown>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('id' in value && 'type' in value && String(value.type).startsWith('Input.'))
        found.set(String(value.id), 'value' in value ? value.value : undefined);
      for (const part of Object.values(value)) visit(part);
    };
    visit(sent?.activity.attachments);
    return found;
  };

  async function toNumber(): Promise<void> {
    await says('aloita');
    while (!connector.sent.some(sent => isCard(sent) && inputs(sent).has('value'))) await says('kyllä');
  }

  test('is there again when it could not be taken, on the same card', async () => {
    await toNumber();
    const card = `sent-${connector.sent.length}`;
    await own.press({ do: 'answer', step: 'usage-rate' }, { value: 'noin satakahdeksan' });
    expect(own.seen.map(called)).toEqual([expect.stringMatching(/^POST/), `PUT ${card}`]);
    expect(inputs(own.seen[1]).get('value')).toBe('noin satakahdeksan');
    await own.press({ do: 'answer', step: 'usage-rate' }, { value: '81,5' });
    expect(own.seen.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  test('is there again on a card of the workbook', async () => {
    await says('työkirja');
    await own.press({ do: 'form' });
    await own.press({ do: 'form' });
    await says('näytä tulos');
    await own.press({ do: 'go', to: 'target' });
    const filled = inputs(connector.sent.findLast(isCard));
    if (!filled.has('target-savings')) return expect.unreachable('no card of targets');
    await own.press({ do: 'form' }, { 'target-services': '40', 'target-savings': 'paljon' });
    const redrawn = own.seen.find(({ method }) => method === 'PUT');
    expect([inputs(redrawn).get('target-services'), inputs(redrawn).get('target-savings')]).toEqual([
      '40',
      'paljon',
    ]);
  });

  test('is not lost to the question why: it is answered on the card', async () => {
    await says('aloita');
    const card = JSON.stringify(own.seen[0]?.activity.attachments);
    expect(own.offers({ do: 'command', name: 'why' })).toBe(false);
    expect(card).toContain(
      '"type":"Action.ToggleVisibility","title":"Miksi tätä kysytään?","targetElements":["why"]',
    );
    expect(card).toContain('"id":"why","isVisible":false');
    await says('miksi');
    expect(own.seen).toHaveLength(1);
  });
});

describe('many presses at once', () => {
  const eight = (value: object, ids: (index: number) => string) =>
    Array.from({ length: 8 }, (_, index) =>
      bot.call({ ...teams.press(value, { replyToId: 'sent-1' }), id: ids(index) }),
    );

  test('on one card leave one question, and one word to those who came late', async () => {
    await says('aloita');
    const press = { do: 'answer', step: 'need', nonce: '1', value: 'yes' };
    const answers = await Promise.all(eight(press, index => `press ${index}`));
    await bot.settled();
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const after = connector.sent.slice(1);
    expect(after.filter(sent => isCard(sent)).map(words)).toEqual([
      expect.stringContaining(`Kysymys 2/${QUESTIONS}`),
    ]);
    expect(after.filter(sent => words(sent).includes('aiempaan kohtaan'))).toHaveLength(1);
  });

  test('are told again, with the question, when they come later', async () => {
    await says('aloita');
    const press = { do: 'answer', step: 'need', nonce: '1', value: 'yes' };
    await own.press({ do: 'answer', value: 'yes' });
    bot.clock.now += 60_000;
    await own.do(teams.press(press));
    expect(own.seen.map(words)).toEqual([
      expect.stringContaining('aiempaan kohtaan'),
      expect.stringContaining(`Kysymys 2/${QUESTIONS}`),
    ]);
  });

  test('never send a thread more than seven messages a second', () => {
    let now = 1_000_000;
    const pace = createThreadThrottle(() => now);
    const sentAt: number[] = [];
    for (let message = 0; message < 60; message += 1) {
      sentAt.push(now + pace('thread'));
      now += message % 5 === 0 ? 90 : 0;
    }
    for (const at of sentAt) {
      expect(sentAt.filter(other => other >= at && other < at + 1000).length).toBeLessThanOrEqual(7);
    }
    expect(pace('another')).toBe(0);
  });

  test('wait for their turn in a thread', async () => {
    const slept: number[] = [];
    await bot.close();
    bot = await startRealBot(connector, { sleep: async ms => void slept.push(ms) });
    for (let message = 0; message < 9; message += 1)
      await bot.call({ ...teams.personalMessage({ text: 'ohje' }), id: `m${message}` });
    await bot.settled();
    expect(slept).toEqual([1000, 1000]);
    expect(connector.sent).toHaveLength(9);
  });
});
