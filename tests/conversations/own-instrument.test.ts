/** An instrument of a municipality's own, content only, as people go through it: tests/fixtures/example. */
import { describe, expect, it } from 'vitest';
import { cardByKey } from '../../src/assessment/find-card.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, sessionSchema } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import type { OutgoingActivity } from '../../src/presentation/activity.ts';
import { withPart } from '../../src/presentation/card-label.ts';
import type { Screen } from '../../src/presentation/context.ts';
import { render } from '../../src/presentation/render.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { makeFile } from '../../src/saving/make-file.ts';
import { cardsOf, nodesOfType } from '../presentation/rendering.ts';
import { EXAMPLE, withInstruments } from '../support/own-instrument.ts';
import { inputOf, type Played, play } from '../support/transcript.ts';

const { content, context, rendering } = withInstruments(EXAMPLE);

type Rows = [string, string][];

const STATEMENTS = ['owners-named', 'errors-reported', 'quality-measured'];

/** The ladders of the other two topics, each left at the first no. */
const TWO_TOPICS: Rows = [
  ['[form rights-known.holds=yes]', 'answered protection.ladder.1=yes | question protection.ladder.2 5/7'],
  [
    '[form rights-reviewed.holds=yes backups-tried.holds=no]',
    'answered protection.ladder.2 (2) | question sharing.ladder.1 6/7',
  ],
  ['[form catalogue-kept.holds=no]', 'answered sharing.ladder.1=no | question requests 7/7'],
];

const BY_BUTTON: Rows = [
  ['[open data-check]', 'question datasets.1 1/5'],
  [
    '[form addresses.condition=current buildings.condition=partly archives.condition=outdated]',
    'answered datasets.1 (3) | question quality.ladder.1 2/5',
  ],
  ['[form owners-named.holds=yes]', 'answered quality.ladder.1=yes | question quality.ladder.2 3/6'],
  ['[form errors-reported.holds=no]', 'answered quality.ladder.2=no | question protection.ladder.1 4/6'],
  ...TWO_TOPICS,
  ['[200000]', 'rejected out-of-range'],
  ['[120]', 'answered requests=120 | summary 10 answers'],
  ['[/finish]', 'result told'],
];

const WORDS: Readonly<Record<Locale, Rows>> = {
  fi: [
    ['kuntokartoitus', 'question datasets.1 1/5'],
    ['miksi', 'explanation datasets.1'],
    ['1, 3 ja 5 ajan tasalla', 'noted'],
    ['asemakaavat vanhentuneet; puistot osittain ajan tasalla', 'noted'],
    ['en tiedä', 'rejected not-understood 1'],
    ['seuraava', 'answered datasets.1 (5) | question quality.ladder.1 2/5'],
    ['joo', 'answered quality.ladder.1=yes | question quality.ladder.2 3/6'],
    ['ei ole', 'answered quality.ladder.2=no | question protection.ladder.1 4/6'],
    ['takaisin', 'question quality.ladder.2 3/6=no'],
    ['kyllä', 'answered quality.ladder.2=yes | question quality.ladder.3 4/7'],
    ['ei', 'answered quality.ladder.3=no | question protection.ladder.1 5/7'],
    ['ohita', 'answered protection.ladder.1 skipped | question sharing.ladder.1 6/7'],
    ['1', 'answered sharing.ladder.1=yes | question sharing.ladder.2 7/8'],
    ['2', 'answered sharing.ladder.2=no | question requests 8/8'],
    ['200000', 'rejected out-of-range'],
    ['noin 120', 'answered requests=120 | summary 11 answers'],
    ['näytä tulos', 'result told'],
  ],
  sv: [
    ['datakartläggning', 'question datasets.1 1/5'],
    ['1 och 3 aktuell', 'noted'],
    ['arkiv föråldrade', 'noted'],
    ['nästa', 'answered datasets.1 (3) | question quality.ladder.1 2/5'],
    ['nej', 'answered quality.ladder.1=no | question protection.ladder.1 3/5'],
    ['ja', 'answered protection.ladder.1=yes | question protection.ladder.2 4/6'],
    ['nej', 'input protection.backups-tried.holds'],
    ['ja', 'answered protection.ladder.2 (2) | question sharing.ladder.1 5/6'],
    ['vet inte', 'answered sharing.ladder.1=unknown | question requests 6/6'],
    ['ungefär 120', 'answered requests=120 | summary 9 answers'],
    ['visa resultatet', 'result told'],
  ],
  en: [
    ['data check', 'question datasets.1 1/5'],
    ['1 and 3 up to date', 'noted'],
    ['archives are outdated, parks partly up to date', 'noted'],
    ['next', 'answered datasets.1 (4) | question quality.ladder.1 2/5'],
    ['yes', 'answered quality.ladder.1=yes | question quality.ladder.2 3/6'],
    ['yes', 'answered quality.ladder.2=yes | question quality.ladder.3 4/7'],
    ['yes', 'answered quality.ladder.3=yes | question protection.ladder.1 5/7'],
    ['no', 'answered protection.ladder.1=no | question sharing.ladder.1 6/7'],
    ['no', 'answered sharing.ladder.1=no | question requests 7/7'],
    ['about 120', 'answered requests=120 | summary 10 answers'],
    ['show the result', 'result told'],
  ],
};

describe('by button and by word', () => {
  it('each ladder ends at the first no', () => {
    const { session } = play(context, BY_BUTTON);
    const answers = session.runs['data-check']?.answers ?? {};
    expect(STATEMENTS.map(id => answers[`quality.${id}.holds`])).toEqual(['yes', 'no', undefined]);
    expect(sessionSchema.parse(session)).toEqual(session);
  });

  it.each(LOCALES)('in own words in %s', locale => {
    play(context, WORDS[locale], { locale });
  });

  it('an answer is changed from the summary, and the ladder goes on from it', () => {
    const { session } = play(context, BY_BUTTON.slice(0, -1));
    play(
      context,
      [
        ['[edit:quality.ladder.2]', 'question quality.ladder.2 3/7=no'],
        ['[form errors-reported.holds=yes]', 'answered quality.ladder.2=yes | question quality.ladder.3 4/8'],
        ['[form quality-measured.holds=na]', 'answered quality.ladder.3=na | reason quality.ladder.3'],
        ['[reason: ]', 'summary 11 answers'],
      ],
      { session },
    );
  });
});

function drawn(reply: Reply, locale: Locale, screen: Screen): readonly OutgoingActivity[] {
  return render({ locale, reply }, screen, rendering);
}

function plain(reply: Reply, locale: Locale = 'fi'): string {
  return drawn(reply, locale, 'text')
    .flatMap(({ text }) => text ?? [])
    .join('\n');
}

function repliesOf(rows: readonly (readonly string[])[], locale: Locale = 'fi'): Reply[] {
  let session = newSession(locale);
  return rows.flatMap(([does = '']) => {
    const turn = takeTurn({ context, session, now: 0 }, inputOf(does, session));
    session = turn.session;
    return turn.replies;
  });
}

function last({ replies }: Played): Reply {
  const reply = replies.at(-1);
  if (!reply) throw new Error('nothing was said');
  return reply;
}

/** Bytes that a card may have in Teams. */
const TEAMS_TAKES = 28 * 1024;

describe.each(LOCALES)('as it is drawn in %s', locale => {
  it.each(['cards', 'teams'] as const)('the twenty items are one card (%s)', screen => {
    const [table] = repliesOf(BY_BUTTON.slice(0, 1), locale);
    const [card] = cardsOf(table ? drawn(table, locale, screen) : []);
    expect(nodesOfType(card, 'Input.ChoiceSet').map(({ id }) => id)).toHaveLength(20);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(TEAMS_TAKES);
  });

  it('an empty row asks to be chosen, and nothing of it is said to be decided or perspectives', () => {
    const t = content.translate(locale);
    const [table] = repliesOf(BY_BUTTON.slice(0, 1), locale);
    const inputs = nodesOfType(cardsOf(table ? drawn(table, locale, 'cards') : []), 'Input.ChoiceSet');
    expect(new Set(inputs.map(({ placeholder }) => placeholder))).toEqual(
      new Set([t('bot:question.choose')]),
    );
    const told = plain(last(play(context, WORDS[locale], { locale })), locale);
    expect(told).not.toMatch(/näkökulm|perspe[ck]tiv/i);
    expect(told).toContain(
      locale === 'fi' ? 'Tasot ovat ' : locale === 'sv' ? 'Nivåerna är ' : 'The levels are ',
    );
  });

  it('every reply is drawn on every screen', () => {
    for (const reply of [...repliesOf(BY_BUTTON, locale), ...repliesOf(WORDS[locale], locale)])
      for (const screen of ['cards', 'teams', 'text'] as const)
        expect(JSON.stringify(drawn(reply, locale, screen))).not.toMatch(/undefined|\{\{/);
  });

  it('the result tells each level, the strongest and the weakest', () => {
    const result = last(play(context, WORDS[locale], { locale }));
    const told = plain(result, locale);
    const t = content.translate(locale);
    for (const topic of ['quality', 'protection', 'sharing'])
      expect(told).toContain(t(`data-check:topics.${topic}.name`));
    expect(told).toContain(t('data-check:outcome.title'));
    const cards = JSON.stringify(cardsOf(drawn(result, locale, 'teams')));
    expect(cards).toContain(t('data-check:outcome.title'));
  });
});

it.each<[string, Locale, string]>([
  ['Pitävätkö nämä paikkansa?', 'fi', 'Pitävätkö nämä paikkansa? (taso 2)'],
  ['Stämmer det här?', 'sv', 'Stämmer det här? (nivå 2)'],
  ['Are these true?', 'en', 'Are these true? (level 2)'],
  ['Kerro, mikä pitää paikkansa.', 'fi', 'Kerro, mikä pitää paikkansa. (taso 2)'],
  ['Tason väittämät', 'fi', 'Tason väittämät, taso 2'],
])('the level stands after %j as the sentence asks', (title, locale, named) => {
  const instrument = content.instrument('data-check', '1.0.0');
  const names = { 'quality.owners-named.holds': 'yes' };
  const card = instrument && cardByKey(instrument, names, 'quality.ladder.2');
  if (!card) throw new Error('no card');
  expect(withPart(voiceOf(locale, 'text', rendering), instrument, { card, names, title })).toBe(named);
});

it('options in a sentence begin with a small letter, but for the English “I”', () => {
  const [table] = repliesOf(BY_BUTTON.slice(0, 1), 'en');
  expect(table && plain(table, 'en')).toContain("outdated, I don't know, doesn't apply to us");
});

it('plain text numbers the twenty items and says which answers there are', () => {
  const [table] = repliesOf(BY_BUTTON.slice(0, 1));
  const told = table ? plain(table) : '';
  expect(told).toContain('20. Arkistot');
  expect(told).toContain('Vaihtoehdot ovat: ajan tasalla, osittain ajan tasalla, vanhentunut, en tiedä');
});

it('the summary tells the rungs of each topic apart, on every screen', () => {
  const summary = repliesOf(BY_BUTTON).find(({ kind }) => kind === 'summary');
  if (!summary) throw new Error('no summary');
  for (const screen of ['cards', 'teams', 'text'] as const) {
    const told = JSON.stringify(drawn(summary, 'fi', screen));
    expect(told).toContain('Tiedon suojaaminen: Tason väittämät, taso 2');
    expect(told).toContain('Kuntokartoitus');
    expect(told).not.toContain('Muut kysymykset');
  }
  const [picked] = nodesOfType(cardsOf(drawn(summary, 'fi', 'teams')), 'Input.ChoiceSet').filter(
    ({ id }) => id === 'to',
  );
  const titles = nodesTitles(picked?.choices);
  expect(new Set(titles).size).toBe(titles.length);
});

function nodesTitles(choices: unknown): string[] {
  return Array.isArray(choices) ? choices.map(({ title }: { title: string }) => title) : [];
}

it('an answered line says which topic it is of', () => {
  const lines = repliesOf(BY_BUTTON).filter(({ kind }) => kind === 'answered');
  expect(lines.map(line => plain(line))).toContain('2/6 Tiedon laatu: Tason väittämät, taso 1: Kyllä');
});

const ENTRIES_AT = Date.UTC(2026, 10, 27);

describe.each(['txt', 'html'] as const)('the saved conversation as %s', format => {
  it('has the table, the ladder, the number and the result in it', async () => {
    const said = repliesOf(BY_BUTTON);
    const line = JSON.stringify({ id: '1', at: ENTRIES_AT, locale: 'fi', said });
    const made = await makeFile(content, {
      kind: 'conversation',
      format,
      locale: 'fi',
      run: { dialog: 'data-check', version: '1.0.0' },
      entries: [{ id: '1', value: line }],
      facts: {
        authority: 'Esimerkkikunta',
        at: ENTRIES_AT,
        contact: { unit: 'Tietohallinto' },
        retentionDays: 30,
        publicUrl: 'https://bot.example',
      },
    });
    const text = new TextDecoder().decode(made.content);
    expect(made.defects).toEqual([]);
    for (const part of [
      'Tietojen kuntokartoitus',
      'Arkistot: Vanhentunut',
      'Tiedon laatu: taso 1/3',
      'Tietopyynnöt vuodessa: 120',
      'Vahvinta: Tiedon laatu, Tiedon suojaaminen',
      'Eniten kehitettävää: Tiedon jakaminen',
    ])
      expect(text).toContain(part);
  });
});
