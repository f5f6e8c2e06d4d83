/** Mark-up of channels is none of the answer: what is left is what the person typed. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { spokenText } from '../../src/bot/spoken-text.ts';
import { type BotUnderTest, startBot } from './bot-under-test.ts';
import { BOT, teamsActivities } from './teams-activities.ts';

describe('what is left of', () => {
  const cases: readonly [what: string, text: string, spoken: string][] = [
    ['plain words', ' Kyllä, on. ', 'Kyllä, on.'],
    ['a paragraph', '<p>ei</p>', 'ei'],
    ['a paragraph with attributes', '<p style="margin:0">ei</p>\n', 'ei'],
    ['two paragraphs', '<p>ei</p><p>koskaan</p>', 'ei\nkoskaan'],
    ['a line break', 'ei<br/>koskaan<br>', 'ei\nkoskaan'],
    ['a division and a span', '<div><div><span>85</span></div></div>', '85'],
    ['bold in a word', 'kyl<b>lä</b>', 'kyllä'],
    ['hard spaces', '&nbsp;85&nbsp;%&#160;\u00a0&#xA0;', '85 %'],
    ['signs as entities', 'A&amp;B &lt;5 &quot;x&quot; &#39;y&#39;', 'A&B <5 "x" \'y\''],
    ['an entity nobody knows', 'a &foo; b &#9999999;', 'a &foo; b &#9999999;'],
    ['an ampersand', 'vene & satama', 'vene & satama'],
    ['less than', 'alle <5 %', 'alle <5 %'],
    ['a tag of the person', '<kunta> on pieni', '<kunta> on pieni'],
    ['a tag of the person in bold', '<b><kunta></b> on <x>', '<kunta> on <x>'],
    ['tags that nobody closes', '<p'.repeat(1300), '<p'.repeat(1300)],
    ['a tag in capitals', '<DIV>ei</DIV><systemEventMessage/>', 'ei'],
    ['a quoted message', '<quoted messageId="1736931600100"/> 85', '85'],
    ['a quoted message with a space', '<quoted messageId="1736931600100" /> kyllä', 'kyllä'],
    ['a quoted message with words', '<quoted messageId="1">Kysymys 1/13</quoted>85', '85'],
    ['an attached message', '<attachment id="1736931600100"></attachment>\n<p>85</p>', '85'],
    [
      'a blockquote',
      '<blockquote itemtype="http://schema.skype.com/Reply"><strong>Bot</strong><p>Kyllä vai ei?</p></blockquote>\n<p>ei</p>',
      'ei',
    ],
    ['nested blockquotes', '<blockquote>a<blockquote>kyllä</blockquote>b</blockquote>ei', 'ei'],
    ['a blockquote after the words', '85<blockquote>kyllä</blockquote>', '85'],
    ['quoted lines', '> Porrasbotti: Kysymys 1/13\n> Kyllä vai ei?\n\n85', '85'],
    ['quoted lines of Windows', '> Kysymys 1/13\r\n\r\n85\r\n', '85'],
    ['quoted lines as entities', '&gt; Kysymys 1/13\n85', '85'],
    ['more than', '> 80 %', '> 80 %'],
    ['more than, as an entity', '&gt;80', '>80'],
    ['another person', 'kyllä <at>Alice</at>', 'kyllä'],
    ['another person with a number', '<at id="1">Alice</at> kyllä', 'kyllä'],
    ['a person in the middle', 'kysy <at>Alice B</at> asiasta', 'kysy asiasta'],
    ['an emoji', 'kyllä <emoji id="yes" alt="👍" title="Thumbs"></emoji>', 'kyllä'],
    ['a quotation never closed', '<blockquote>kyllä', 'kyllä'],
    ['a name never closed', '<at>Porrasbotti kyllä', 'Porrasbotti kyllä'],
    ['capitals', '<P>EI</P><BLOCKQUOTE>x</BLOCKQUOTE>', 'EI'],
    ['a link', '<a href="https://x.example/?a=1&amp;b=2">ohje</a>', 'ohje'],
  ];
  test.each(cases)('%s', (_, text, spoken) => {
    expect(spokenText(text)).toBe(spoken);
  });

  test('anything that mark-up is put around, the same words', () => {
    const word = fc.stringMatching(/^[a-zäö0-9 %,.]{1,20}$/).map(text => text.replace(/ +/g, ' ').trim());
    const around = fc.constantFrom<(text: string) => string>(
      text => `<p>${text}</p>`,
      text => `<quoted messageId="9"/> ${text}`,
      text => `<blockquote><p>kyllä 12</p></blockquote>${text}`,
      text => `${text} <at id="3">Aino 12</at>`,
      text => `&nbsp;${text}&nbsp;`,
      text => `<div>${text}</div>`,
    );
    fc.assert(
      fc.property(word, fc.array(around, { maxLength: 4 }), (said, wraps) => {
        expect(spokenText(wraps.reduce((text, wrap) => wrap(text), said))).toBe(said);
      }),
    );
  });

  test.each(['<blockquote>', '<at>', '<p '])('endless %s leaves no mark-up that was whole', piece => {
    expect(spokenText(`${piece.repeat(3000)}85`)).not.toMatch(/<(blockquote|at)>/);
  });
});

describe('in a message', () => {
  let bot: BotUnderTest;
  let teams: ReturnType<typeof teamsActivities>;
  beforeEach(async () => {
    bot = await startBot();
    teams = teamsActivities(bot.connector.serviceUrl);
  });
  afterEach(() => bot.close());

  const heard = () => bot.turns.applied[0]?.input;
  const mention = (id: string, text: string) => ({ type: 'mention', mentioned: { id }, text });

  test("another person's mention is none of the answer", async () => {
    const text = '<at>Porrasbotti</at> kyllä <at>Alice</at>';
    const entities = [mention(BOT, '<at>Porrasbotti</at>'), mention('29:alice', '<at>Alice</at>')];
    await bot.call(teams.groupMention({ text, entities }));
    expect(heard()).toEqual({ kind: 'text', text: 'kyllä' });
  });

  test("another person's mention without mark-up, as other channels write it", async () => {
    const entities = [mention('29:alice', '@Alice')];
    await bot.call(teams.personalMessage({ text: 'kyllä @Alice', entities }));
    expect(heard()).toEqual({ kind: 'text', text: 'kyllä' });
  });

  test('a mention written otherwise than its entity says', async () => {
    const text = '<at id="0">Porrasbotti</at>&nbsp;kyllä';
    await bot.call(teams.groupMention({ text, entities: [mention(BOT, '<at>Porrasbotti</at>')] }));
    expect(heard()).toEqual({ kind: 'text', text: 'kyllä' });
  });

  test('a mention alone in a reply calls the bot', async () => {
    const text = '<quoted messageId="1"/><at id="0">Porrasbotti</at>';
    const attachments = [{ contentType: 'messageReference', content: '{}' }];
    await bot.call(teams.groupMention({ text, attachments }));
    expect(heard()).toEqual({ kind: 'called' });
  });

  test('an answer after a long quotation', async () => {
    const text = `<blockquote>${'pitkä '.repeat(2000)}</blockquote>85`;
    await bot.call(teams.personalMessage({ text }));
    expect(heard()).toEqual({ kind: 'text', text: '85' });
  });

  test('a quotation alone is unreadable', async () => {
    await bot.call(teams.personalMessage({ text: '<quoted messageId="1"/>' }));
    expect(heard()).toEqual({ kind: 'unreadable' });
  });
});
