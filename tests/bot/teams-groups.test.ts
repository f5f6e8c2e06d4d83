/** One shared assessment in a group chat, and a person's own result shown there. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { QUESTIONS } from '../support/content.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

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

const AINO = { id: '29:aino', name: 'Aino Virtanen' };
const MATTI = { id: '29:matti', name: 'Matti Meikäläinen' };

function inGroup(from: object): TeamsPerson {
  const { conversation } = teams.groupMention();
  return teamsPerson(bot, connector, (value, fields) =>
    teams.press(value, { conversation, from, ...fields }),
  );
}

function inPrivate(): TeamsPerson {
  return teamsPerson(bot, connector, (value, fields) => teams.press(value, { from: AINO, ...fields }));
}

const mention = (text: string, from: object = AINO) =>
  teams.groupMention({ text: `<at>Porrasbotti</at> ${text}`, from });

const said = ({ seen }: TeamsPerson) => seen.map(({ activity }) => activity.summary ?? activity.text);

/** Goes through the whole check in a personal chat, to the result. */
async function finish(person: TeamsPerson): Promise<void> {
  await person.do(teams.personalMessage({ text: 'aloita', from: AINO }));
  for (let condition = 1; condition <= 6; condition++) await person.press({ do: 'answer', value: 'yes' });
  await person.press({ do: 'answer', value: 'na' });
  await person.do(teams.personalMessage({ text: 'salainen perustelu', from: AINO }));
  await person.do(teams.personalMessage({ text: 'näytä tulos', from: AINO }));
}

describe('a shared assessment', () => {
  test('greets a group with whose it is', async () => {
    const aino = inGroup(AINO);
    await aino.do(teams.installation('add', { conversation: teams.groupMention().conversation }));
    expect(said(aino)).toEqual([expect.stringContaining('arvio on yhteinen')]);
  });

  test('shows who answered, on the card that was answered', async () => {
    const aino = inGroup(AINO);
    const matti = inGroup(MATTI);
    await aino.do(mention('aloita'));
    await matti.press({ do: 'answer', value: 'yes' });
    expect(matti.seen[0]?.method).toBe('PUT');
    expect(said(matti)).toEqual([
      `1/${QUESTIONS} Tarpeen tunnistaminen: Kyllä (vastasi Matti Meikäläinen)`,
      expect.stringContaining(`2/${QUESTIONS}`),
    ]);
    await aino.do(mention('osittain'));
    expect(said(aino)[0]).toContain('(vastasi Aino Virtanen)');
  });

  test('keeps no name', async () => {
    const aino = inGroup(AINO);
    await aino.do(mention('aloita'));
    await aino.press({ do: 'answer', value: 'yes' });
    const { id } = teams.groupMention().conversation;
    const kept = await bot.store.load({ channel: 'msteams', conversation: id });
    expect(kept.record).toContain('"need":"yes"');
    expect(JSON.stringify([kept, bot.logged])).not.toContain('Virtanen');
    expect(JSON.stringify([kept, bot.logged])).not.toContain('29:aino');
  });

  test('takes one answer to a question: the second gets a line and the open question', async () => {
    const aino = inGroup(AINO);
    const matti = inGroup(MATTI);
    await aino.do(mention('aloita'));
    const late = { do: 'answer', step: 'need', nonce: '1', value: 'no' };
    await matti.press({ do: 'answer', value: 'yes' });
    bot.clock.now += 60_000;
    await aino.do(
      teams.press(late, { conversation: teams.groupMention().conversation, from: AINO, replyToId: 'x' }),
    );
    expect(said(aino)).toEqual([
      expect.stringContaining('aiempaan kohtaan'),
      expect.stringContaining(`2/${QUESTIONS}`),
    ]);
  });

  test('tells anyone who calls the bot where it stands', async () => {
    const aino = inGroup(AINO);
    const matti = inGroup(MATTI);
    await matti.do(mention('', MATTI));
    expect(said(matti)).toEqual([expect.stringContaining('arvio on yhteinen')]);
    await aino.do(mention('aloita'));
    await aino.press({ do: 'answer', value: 'yes' });
    await matti.do(mention('', MATTI));
    expect(said(matti)).toEqual([
      expect.stringContaining(`1/${QUESTIONS} kysymystä käyty läpi`),
      expect.stringContaining(`Kysymys 2/${QUESTIONS}`),
    ]);
    await matti.press({ do: 'answer', value: 'no' });
    expect(said(matti)[1]).toContain(`Kysymys 3/${QUESTIONS}`);
  });

  test("is not a person's own", async () => {
    const own = inPrivate();
    await inGroup(AINO).do(mention('aloita'));
    await own.do(teams.personalMessage({ text: 'missä mennään', from: AINO }));
    expect(said(own)).toEqual([expect.stringContaining('ei ole vielä aloitettu')]);
  });
});

describe('sharing a result', () => {
  const codeIn = (person: TeamsPerson) => /[A-Z]{4}-[2-9]{4}/.exec(said(person).join('\n'))?.[0] ?? 'none';

  test('shows the result in a group, and nothing of what was answered', async () => {
    const own = inPrivate();
    await finish(own);
    await own.press({ do: 'command', name: 'share' });
    const code = codeIn(own);
    expect(said(own)).toEqual([expect.stringContaining(`@Porrasbotti tulos ${code}`)]);
    const group = inGroup(MATTI);
    await group.do(mention(`tulos ${code.toLowerCase()}`, MATTI));
    expect(said(group)).toEqual([expect.stringContaining('Jaettu tulos: ')]);
    expect(JSON.stringify(group.seen)).toContain('/pictures/stair');
    expect(JSON.stringify(group.seen)).not.toMatch(/salainen|Virtanen|29:aino/);
    await group.do(mention('', MATTI));
    expect(said(group)).toEqual([expect.stringContaining('arvio on yhteinen')]);
  });

  test('works as long as was said, in any group, and as often as it is asked for', async () => {
    const own = inPrivate();
    await finish(own);
    await own.do(teams.personalMessage({ text: 'jaa tulos', from: AINO }));
    const code = codeIn(own);
    const group = inGroup(MATTI);
    bot.clock.now += 59 * 60_000;
    await group.do(mention(code));
    expect(said(group)[0]).toContain('Jaettu tulos');
    await group.do(teams.channelReply({ text: `<at>Porrasbotti</at> tulos ${code}` }));
    expect(said(group)[0]).toContain('Jaettu tulos');
    bot.clock.now += 60_000;
    await group.do(mention(code));
    expect(said(group)).toEqual([expect.stringContaining('ei löydy tulosta')]);
  });

  test('gives every sharing a code of its own', async () => {
    const own = inPrivate();
    await finish(own);
    const codes = new Set<string>();
    for (let time = 0; time < 5; time++) {
      await own.do(teams.personalMessage({ text: 'jaa tulos', from: AINO }));
      codes.add(codeIn(own));
    }
    expect(codes.size).toBe(5);
  });

  test('knows no code that was never given', async () => {
    const group = inGroup(MATTI);
    await group.do(mention('tulos ABCD-2345', MATTI));
    expect(said(group)).toEqual([expect.stringContaining('ei löydy tulosta')]);
  });

  test('needs a result, and begins in a chat of one’s own', async () => {
    const own = inPrivate();
    await own.do(teams.personalMessage({ text: 'jaa tulos', from: AINO }));
    expect(said(own)).toEqual([expect.stringContaining('ei ole vielä näytetty')]);
    const group = inGroup(AINO);
    await group.do(mention('jaa tulos'));
    expect(said(group)).toEqual([expect.stringContaining('kahdenkeskisessä keskustelussa')]);
  });
});

describe('an official who comes back', () => {
  test('is greeted with the last result and what is still open', async () => {
    const own = inPrivate();
    await own.do(teams.installation('add', { from: AINO }));
    await own.press({ do: 'command', name: 'start' });
    await own.press({ do: 'answer', value: 'yes' });
    await own.press({ do: 'command', name: 'skip' });
    await own.do(teams.personalMessage({ text: 'kysyn kollegalta', from: AINO }));
    await own.do(teams.personalMessage({ text: 'näytä tulos', from: AINO }));
    bot.clock.now += 5 * 24 * 3_600_000;
    await own.do(teams.installation('add', { from: AINO }));
    const [greeting] = said(own);
    expect(greeting).toContain('Viimeisin tulos: ');
    expect(greeting).toContain('(15.1.2026)');
    expect(greeting).toMatch(/odottavat kollegan vastausta:\n+• /);
    expect(greeting).toMatch(/on ohitettu:\n+• /);
    expect(greeting).toMatch(/ei ole vielä vastattu:\n+(• .*\n?){10}/);
    await own.do(teams.personalMessage({ text: 'moi', from: AINO }));
    expect(said(own)[0]).toBe(greeting);
  });

  test('in the middle of one gets how far it is, the last result and the open question', async () => {
    const own = inPrivate();
    await finish(own);
    await own.press({ do: 'command', name: 'restart' });
    await own.press({ do: 'confirm', value: 'yes' });
    await own.press({ do: 'answer', value: 'yes' });
    await own.do(teams.personalMessage({ text: 'hei', from: AINO }));
    const [greeting, question] = said(own);
    expect(greeting).toContain('Viimeisin tulos: ');
    expect(greeting).toContain(`1/${QUESTIONS} kysymystä käyty läpi`);
    expect(greeting).not.toContain('ei ole vielä vastattu');
    expect(question).toContain(`Kysymys 2/${QUESTIONS}`);
  });
});
