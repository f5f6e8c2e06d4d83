/** Replies of a process that is gone: sent by another within ten seconds, in their order; those of one that lives are its own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { oldestUnsent } from '../../src/bot/oldest-unsent.ts';
import type { Said } from '../../src/conversation/reply.ts';
import { type BotUnderTest, startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

const BEAT_MS = 1500;
const CONTACT: Said = { locale: 'fi', reply: { kind: 'contact' } };
const HUMAN: Said = { locale: 'fi', reply: { kind: 'human' } };

let dying: BotUnderTest;
let other: BotUnderTest;
let teams: ReturnType<typeof teamsActivities>;

beforeEach(async () => {
  dying = await startBot();
  teams = teamsActivities(dying.connector.serviceUrl);
});
afterEach(async () => {
  await other.close();
  await dying.close();
});

/** A process on the same store, whose waits pass as time does, with its beats in between. */
async function startOther(): Promise<BotUnderTest> {
  const bot = await startBot({
    beside: dying,
    outside: {
      sleep: async ms => {
        dying.clock.now += ms;
        await bot.beat();
      },
    },
  });
  return bot;
}

/** Saves replies that it cannot send before it dies. */
async function dieWithReplies(bot = dying): Promise<void> {
  await bot.beat();
  dying.turns.say = () => [CONTACT, HUMAN];
  dying.connector.answer = () => ({ status: 502 });
  await bot.call(teams.personalMessage());
  await expect.poll(() => JSON.stringify(bot.logged)).toContain('reply-waits');
  dying.connector.sent.length = 0;
  dying.connector.answer = () => ({ status: 201 });
}

/** Lets so many beats pass, of the bots given. */
async function beats(count: number, ...bots: readonly BotUnderTest[]): Promise<void> {
  for (let beat = 0; beat < count; beat++) {
    for (const bot of bots) {
      await bot.beat();
      // Waits for the sweep that the beat may have begun.
      await bot.sweep();
    }
    dying.clock.now += BEAT_MS;
  }
}

const sent = () => dying.connector.sent.map(({ activity }) => activity.text);

describe('what a process left that was killed', () => {
  test('is sent by the next one within ten seconds of its start, once', async () => {
    await dieWithReplies();
    other = await startOther();
    const start = dying.clock.now;
    for (let beat = 0; beat < 20 && sent().length === 0; beat++) await beats(1, other);
    expect(sent()).toEqual(['teams contact', 'teams human']);
    expect(dying.clock.now - start).toBeLessThan(10_000);
    await beats(10, other);
    expect(sent()).toHaveLength(2);
    expect(await dying.turns.waiting()).toEqual([]);
    expect((await dying.turns.store.gather('senders')).size).toBe(1);
  });

  test('is sent at the start when it was gone for long', async () => {
    await dieWithReplies();
    dying.clock.now += 120_000;
    const { store } = dying.turns;
    expect(await oldestUnsent(store, dying.clock.now)).toBe(120);
    other = await startOther();
    await beats(1, other);
    expect(sent()).toEqual(['teams contact', 'teams human']);
    expect(await oldestUnsent(store, dying.clock.now)).toBeUndefined();
  });

  test('goes before what is said anew, though that came first', async () => {
    await dieWithReplies();
    other = await startOther();
    await other.beat();
    dying.turns.say = () => [CONTACT];
    await other.call(teams.personalMessage({ id: '2' }));
    await expect.poll(sent).toHaveLength(3);
    expect(dying.connector.sent.map(({ activity }) => activity.replyToId)).toEqual([
      teams.personalMessage().id,
      teams.personalMessage().id,
      '2',
    ]);
    await expect.poll(() => dying.turns.waiting()).toEqual([]);
  });

  test('is taken over though it held the conversation', async () => {
    await dieWithReplies();
    const { channelId, conversation } = teams.personalMessage();
    const [sender] = (await dying.turns.store.gather('senders')).keys();
    await dying.turns.store.claim(`outbox\n${channelId}\n${conversation.id}`, `${sender}\nx`, 600_000);
    other = await startOther();
    await beats(6, other);
    expect(sent()).toEqual(['teams contact', 'teams human']);
  });
});

describe('what a process has saved that lives', () => {
  test('is left to it, however long it is at it', async () => {
    await dieWithReplies();
    other = await startOther();
    await beats(20, dying, other);
    expect(sent()).toEqual([]);
    expect(await dying.turns.waiting()).toHaveLength(2);
  });

  test('is left to it by one that was asleep itself', async () => {
    await dieWithReplies();
    other = await startOther();
    await beats(2, dying, other);
    await beats(20, dying);
    await beats(3, other, dying);
    expect(sent()).toEqual([]);
  });

  test('is not begun by it when the others may have taken over, and goes out later all the same', async () => {
    other = await startOther();
    await dying.beat();
    dying.clock.now += 4000;
    await dying.call(teams.personalMessage());
    await expect.poll(() => dying.turns.waiting()).toHaveLength(1);
    expect(sent()).toEqual([]);
    await beats(6, dying);
    expect(sent()).toEqual(['teams contact']);
  });

  test('is the others’ at once when it ends in order', async () => {
    const ending = await startBot({ beside: dying });
    await dieWithReplies(ending);
    other = await startOther();
    await beats(2, ending, other);
    await ending.close();
    await beats(1, other);
    expect(sent()).toEqual(['teams contact', 'teams human']);
  });
});
