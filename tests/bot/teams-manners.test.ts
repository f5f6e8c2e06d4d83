/** What officials meet in Teams beside the questions: groups, removal, languages, edits, sharing after a change. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { QUESTIONS } from '../support/content.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { BOT, teamsActivities, USER } from './teams-activities.ts';
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

const AINO = { id: '29:aino', name: 'Aino Virtanen' };
const MATTI = { id: '29:matti', name: 'Matti Meikäläinen' };
const said = ({ seen }: TeamsPerson) => seen.map(({ activity }) => activity.summary ?? activity.text);
const says = async (text: string) => own.do(teams.personalMessage({ text }));

function inGroup(from: object): TeamsPerson {
  const { conversation } = teams.groupMention();
  return teamsPerson(bot, connector, (value, fields) =>
    teams.press(value, { conversation, from, ...fields }),
  );
}

describe('in a group, throwing the answers away', () => {
  const mention = (text: string, from: object) =>
    teams.groupMention({ text: `<at>Porrasbotti</at> ${text}`, from });
  let aino: TeamsPerson;
  let matti: TeamsPerson;
  beforeEach(async () => {
    aino = inGroup(AINO);
    matti = inGroup(MATTI);
    await aino.do(mention('aloita', AINO));
    await aino.press({ do: 'answer', value: 'yes' });
  });

  const kept = async () => {
    const { id } = teams.groupMention().conversation;
    return (await bot.store.load({ channel: 'msteams', conversation: id })).record ?? '';
  };

  describe.each(['poista tietoni', 'aloita alusta'])('by "%s"', asked => {
    test('is confirmed by who asked, with the button', async () => {
      await aino.do(mention(asked, AINO));
      await aino.press({ do: 'confirm', value: 'yes' });
      expect(await kept()).not.toContain('"need":"yes"');
    });

    test("is not confirmed by another's press, and still can be by who asked", async () => {
      await aino.do(mention(asked, AINO));
      await matti.press({ do: 'confirm', value: 'yes' });
      expect(said(matti)).toEqual([expect.stringContaining('Vain se, joka tätä pyysi')]);
      expect(await kept()).toContain('"need":"yes"');
      await aino.press({ do: 'confirm', value: 'yes' });
      expect(await kept()).not.toContain('"need":"yes"');
    });

    test.each([
      ['another', MATTI],
      ['who asked', AINO],
    ])('is not confirmed by a typed yes of %s', async (_, from) => {
      await aino.do(mention(asked, AINO));
      await matti.do(mention('kyllä', from));
      expect(await kept()).toContain('"need":"yes"');
    });

    test('may be called off by anyone', async () => {
      await aino.do(mention(asked, AINO));
      await matti.press({ do: 'confirm', value: 'no' });
      expect(said(matti)[0]).toContain('mikään ei muuttunut');
      expect(await kept()).toContain('"need":"yes"');
    });
  });

  test('keeps nobody’s id or name', async () => {
    await aino.do(mention('poista tietoni', AINO));
    expect(await kept()).not.toMatch(/29:aino|Virtanen/);
  });

  test('leaves nothing behind: no words, no name, nothing to be sent', async () => {
    await aino.do(mention('salainen muistiinpano 4711', AINO));
    await aino.do(mention('muistuta minua', AINO));
    await aino.do(mention('poista tietoni', AINO));
    await aino.press({ do: 'confirm', value: 'yes' });
    const { id } = teams.groupMention().conversation;
    const left = await bot.store.load({ channel: 'msteams', conversation: id });
    expect(JSON.stringify(left)).not.toMatch(/4711|29:aino|Virtanen|"need"/);
    expect(left.outbox).toEqual([]);
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    expect(JSON.stringify(bot.logged)).not.toMatch(/4711|29:aino|Virtanen/);
  });

  test('is confirmed by a typed yes where one is alone', async () => {
    await says('aloita');
    await says('kyllä');
    await says('poista tietoni');
    await says('kyllä');
    expect(said(own)[0]).toContain('on poistettu');
  });
});

describe('an app that is removed', () => {
  const DAY = 24 * 3_600_000;
  const removals = [
    ['an installation update', () => teams.installation('remove')],
    [
      'the bot among the members removed',
      () => ({ ...teams.membersAdded([]), membersRemoved: [{ id: BOT }] }),
    ],
  ] as const;

  test.each(removals)('by %s sends no reminders and forgets where to', async (_, removal) => {
    await says('aloita');
    await says('muistuta minua');
    await own.do(removal());
    expect(own.seen).toEqual([]);
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    bot.clock.now += 30 * DAY;
    await bot.remind();
    expect(own.seen).toEqual([]);
  });

  test('and added again reminds of nothing until it is asked to', async () => {
    await says('aloita');
    await says('muistuta minua');
    await own.do(teams.installation('remove'));
    await own.do(teams.installation('add'));
    await says('kyllä');
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    await says('muistuta minua');
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toHaveLength(1);
  });

  test('gets nothing of what still waited', async () => {
    connector.answer = () => ({ status: 429, headers: { 'retry-after': '7200' } });
    await bot.call(teams.personalMessage({ text: 'hei' }));
    await expect.poll(() => connector.sent).toHaveLength(1);
    await bot.call(teams.installation('remove'));
    await bot.settled();
    connector.answer = () => ({ status: 201 });
    bot.clock.now += 60 * 60_000;
    await bot.sweep();
    expect(connector.sent).toHaveLength(1);
  });

  test('before anything was said leaves nothing behind', async () => {
    await own.do(teams.installation('remove'));
    const { id } = teams.personalMessage().conversation;
    expect((await bot.store.load({ channel: 'msteams', conversation: id })).record).toBeUndefined();
  });

  test.each([
    ['another member', () => ({ ...teams.membersAdded([]), membersRemoved: [{ id: USER }] })],
    ['an upgrade', () => teams.installation('remove-upgrade')],
  ])('is not %s', async (_, activity) => {
    await says('aloita');
    await says('muistuta minua');
    await own.do(activity());
    expect(await bot.store.dueReminders(Number.MAX_SAFE_INTEGER, 10)).toHaveLength(1);
  });
});

describe('the language', () => {
  const noLocale = { locale: undefined, entities: [] };

  test('told at the installation gives way to the one of the first message', async () => {
    await own.do(teams.installation('add', { locale: 'en-US' }));
    expect(said(own)[0]).toContain('Hello!');
    await own.do(teams.personalMessage({ text: 'aloita', locale: 'fi-FI' }));
    expect(said(own)[0]).toContain(`Kysymys 1/${QUESTIONS}`);
  });

  test('that no installation told is the first one that a message tells', async () => {
    await own.do(teams.installation('add', noLocale));
    await own.do(teams.personalMessage({ text: 'moi', ...noLocale }));
    await own.do(teams.personalMessage({ text: 'starta', locale: 'sv-SE' }));
    expect(said(own)[0]).toContain(`Fråga 1/${QUESTIONS}`);
    await own.do(teams.personalMessage({ text: 'ja', locale: 'fi-FI' }));
    expect(said(own).at(-1)).toContain(`Fråga 2/${QUESTIONS}`);
  });

  test('that was chosen stays, whatever the channel tells', async () => {
    await own.do(teams.installation('add', noLocale));
    await own.do(teams.personalMessage({ text: 'in English', ...noLocale }));
    await own.do(teams.personalMessage({ text: 'start', locale: 'fi-FI' }));
    expect(said(own)[0]).toContain(`Question 1/${QUESTIONS}`);
  });

  test('that was chosen stays even when it is the one assumed', async () => {
    await own.do(teams.installation('add', noLocale));
    await own.press({ do: 'locale', value: 'sv' });
    await own.do(teams.personalMessage({ text: 'suomeksi', ...noLocale }));
    await own.do(teams.personalMessage({ text: 'aloita', locale: 'sv-SE' }));
    expect(said(own)[0]).toContain(`Kysymys 1/${QUESTIONS}`);
  });
});

describe('an edited message', () => {
  const edit = (text: string, fields: object = {}) => ({ ...teams.edit(), text, ...fields });

  test('changes nothing, and tells what counts and how to change it', async () => {
    await says('aloita');
    await says('kyllä');
    await own.do(edit('ei'));
    const [told, summary] = said(own);
    expect(told).toContain('muokattua viestiä ei lueta uudelleen');
    expect(summary).toContain('Tarpeen tunnistaminen: Kyllä');
    expect(own.offers({ do: 'go' })).toBe(true);
    await says('osittain');
    expect(said(own)[0]).toContain(`2/${QUESTIONS}`);
  });

  test('is told of once, however often the channel does', async () => {
    await says('aloita');
    const once = { ...edit('ei'), id: 'one' };
    await bot.call(once);
    await bot.call(once);
    await bot.settled();
    expect(own.seen.filter(({ activity }) => activity.text?.includes('muokattua'))).toHaveLength(1);
  });

  test('before anything was begun says nothing', async () => {
    await own.do(edit('hei taas'));
    expect(own.seen).toEqual([]);
  });

  test.each([
    ['restored', { channelData: { eventType: 'undeleteMessage' } }],
    [
      'of others in a group',
      { conversation: { isGroup: true, conversationType: 'groupChat', id: '19:c2f1a0@thread.v2' } },
    ],
  ])('that is one %s says nothing', async (_, fields) => {
    await says('aloita');
    await own.do(edit('ei', fields));
    expect(own.seen).toEqual([]);
  });
});

describe('a result shared after answers were changed', () => {
  test('is shown anew, and offered', async () => {
    await says('aloita');
    await says('kyllä');
    await says('näytä tulos');
    await says('yhteenveto');
    await own.press({ do: 'go' });
    await says('ei');
    await says('jaa tulos');
    expect(said(own).join('\n')).not.toContain('ei ole vielä näytetty');
    expect(JSON.stringify(own.seen)).toContain('/pictures/stair');
    expect(said(own).at(-1)).toMatch(/tulos [A-Z]{4}-[2-9]{4}/);
  });

  test('of a check begun anew is not that of the one before', async () => {
    await says('aloita');
    await says('näytä tulos');
    bot.clock.now += 1000;
    await own.press({ do: 'command', name: 'restart' });
    await own.press({ do: 'confirm', value: 'yes' });
    await says('jaa tulos');
    expect(said(own)).toEqual([expect.stringContaining('ei ole vielä näytetty')]);
  });
});
