/** The maturity profile as people go through it: the whole organisation at once, then sectors, in words and on cards. */
import { describe, expect, it } from 'vitest';
import { type ListItem, listedItems } from '../../src/assessment/list.ts';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { figureOf } from '../../src/presentation/sections/figure-of.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { lackingPart } from '../../src/saving/report/lacking-part.ts';
import { shipped } from '../support/content.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';
import { drawn, expectDrawnEverywhere, told } from '../support/told-transcript.ts';
import { inputOf, play } from '../support/transcript.ts';

const context = shippedContext;
type Rows = [string, string][];

/** Level 2 holds everywhere; of level 3 nothing in half of the perspectives, all in the others, whose level 4 does not. */
const WHOLE: Rows = [
  ['kypsyysprofiili', 'question scope 0/9'],
  ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
  ['[form fill=all-hold]', 'answered whole.strategy.ladder.2 (3) | question whole.strategy.ladder.3 2/10'],
  ['kaikki osittain', 'noted | question whole.leadership.ladder.2 3/10'],
  ['kaikki kyllä', 'noted | question whole.leadership.ladder.3 4/11'],
  ['1 ja 2 kyllä, 3 ei', 'noted | question whole.renewal.ladder.2 5/11'],
  ['miksi', 'explanation whole.renewal.ladder.2'],
  ['kaikki paitsi 2 kyllä', 'noted'],
  ['2 en tiedä', 'noted | question whole.renewal.ladder.1 6/12'],
  ['[form fill=all-hold]', 'answered whole.renewal.ladder.1 (3) | question whole.methods.ladder.2 7/12'],
  [
    '[form met-way.holds=no met-users.holds=yes met-demands.holds=yes]',
    'answered whole.methods.ladder.2 (3) | question whole.methods.ladder.1 8/13',
  ],
  ['takaisin', 'question whole.methods.ladder.2 7/13 (3)'],
  [
    '[form met-way.holds=no met-users.holds=yes met-demands.holds=yes]',
    'answered whole.methods.ladder.2 (3) | question whole.methods.ladder.1 8/13',
  ],
  ['kaikki ei', 'noted | question whole.people.ladder.2 9/13'],
  ['[form fill=all-hold]', 'answered whole.people.ladder.2 (3) | question whole.people.ladder.3 10/14'],
  ['[form fill=all-hold]', 'answered whole.people.ladder.3 (3) | question whole.people.ladder.4 11/15'],
  ['kaikki ei', 'noted | question whole.ecosystem.ladder.2 12/15'],
  ['ohita', 'answered whole.ecosystem.ladder.2 skipped | question whole.technology.ladder.2 13/15'],
  ['kaikki kyllä', 'noted | question whole.technology.ladder.3 14/16'],
  ['kaikki ei', 'noted | question whole.data.ladder.2 15/16'],
  ['kaikki kyllä', 'noted | question whole.data.ladder.3 16/17'],
  ['kaikki ei', 'noted | question whole.standing 17/17'],
  ['seuraava', 'result told'],
];

const SECTORS: Rows = [
  ['[edit:sectors-chosen]', 'question sectors-chosen 0/17'],
  [
    '[form sectors-chosen=whole,education]',
    'answered sectors-chosen=whole,education | question education.strategy.ladder.2 18/26',
  ],
  ['kaikki kyllä', 'noted | question education.strategy.ladder.3 19/27'],
  ['kaikki kyllä', 'noted | question education.strategy.ladder.4 20/28'],
  ['kaikki ei', 'noted | question education.leadership.ladder.2 21/28'],
  ['[edit:sectors-added.own]', 'question sectors-added.own 0/28'],
  ['Vesihuolto', 'noted | question education.leadership.ladder.2 21/37=Vesihuolto'],
  ['näytä tulos', 'result told'],
];

it.each(LOCALES)('every reply is drawn on every screen in %s', locale => {
  const said = [...WHOLE, ...SECTORS].map(([does]) => does);
  expectDrawnEverywhere([...said, 'missä mennään', '[/why]', 'ohje'], { locale });
});

describe('the whole organisation', () => {
  const played = play(context, WHOLE);

  it('begins at once, and its levels are told with what is strong, what is weak and what comes next', () => {
    const [text = ''] = told(played);
    for (const line of [
      '• Strategia: taso 2/5',
      '• Menetelmät: ensimmäinen taso ei vielä täyty',
      '• Toiminnan uudistaminen: taso 1–5, kun kaikkeen ei ole vielä vastattu',
      '• Ihmiset ja kulttuuri: taso 3/5',
      'Näkökulmien tasot ovat 0–3.',
      '• Vahvinta: Ihmiset ja kulttuuri',
      '• Eniten kehitettävää: Menetelmät',
      '• Menetelmät, taso 1: Hankkeilla on nimetty vetäjä ja tavoite;',
      '• Toiminnan uudistaminen, taso 2, selvitä ensin: Prosesseja yksinkertaistetaan, ennen kuin ne digitalisoidaan',
      'Väittämät ja sääntö ovat tämän palvelun omia.',
      'ei päätös',
    ])
      expect(text).toContain(line);
  });

  it.each([
    ['Oulu, johto', 'answered scope (2) | question whole.strategy.ladder.2 1/9'],
    ['[form municipality=Oulu role=leadership]', 'answered scope (2) | question whole.strategy.ladder.2 1/9'],
  ])('tells first whose it is and who answered: %s', (said, then) => {
    const { replies } = play(context, [
      ['kypsyysprofiili', 'question scope 0/9'],
      [said, then],
      ['näytä tulos', 'result told'],
    ]);
    const text = drawn(replies.slice(-1), 'text').join('\n');
    expect(text).toContain('Oulu; rooli: Kunnan johto');
    expect(text.indexOf('Oulu; rooli')).toBeLessThan(text.indexOf('Strategia'));
  });

  it('shows them as a picture whose address and description say what is in it', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'cards');
    expect(card).toContain('/pictures/profile/profile.22x_22x_15x_00x_33x_05x_22x_22x.fi.png');
    expect(card).toContain('niiden tasot. Strategia 2; Johtaminen 2; Toiminnan uudistaminen 1–5;');
  });

  it('offers to go through sectors, and to add one', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'teams');
    expect(card).toContain('Arvioi toimialoja erikseen');
    expect(card).toContain('Lisää oma toimiala');
  });

  it('stands in files as a picture with a table beside it', () => {
    const result = played.replies.at(-1);
    const section = result?.kind === 'result' ? sectionOf(result.outcome, 'profile') : undefined;
    const voice = voiceOf('fi', 'text', renderContext);
    const figure = section && figureOf(voice, { instrument: shipped('profile'), section });
    expect(figure?.svg).toContain('<title>Kuvassa on säteittäinen kaavio');
    expect(figure?.table.head).toEqual(['Näkökulma', 'Taso']);
    expect(figure?.table.rows[2]).toEqual(['3 Toiminnan uudistaminen', '1–5']);
    const [lacking] = section ? lackingPart(voice, { instrument: shipped('profile'), section }) : [];
    expect(lacking?.blocks[0]).toMatchObject({
      table: {
        rows: expect.arrayContaining([
          ['Toiminnan uudistaminen', '2', 'Prosesseja yksinkertaistetaan, ennen kuin ne digitalisoidaan'],
        ]),
      },
    });
  });

  it('a perspective is opened again by its name, and goes on from where its change leads', () => {
    const { session } = play(
      context,
      [
        ['teknologia', 'question whole.technology.ladder.2 13/17 (3)'],
        ['2 ei', 'noted | question whole.technology.ladder.1 14/17'],
      ],
      { session: played.session },
    );
    expect(session.runs.profile?.answers['whole.technology.tec-signing.holds']).toBe('no');
  });
});

describe('sectors', () => {
  const played = play(context, [...WHOLE, ...SECTORS]);

  it('stand beside the whole, which is on the level that all reach, and have a message each', () => {
    const [whole = '', ...each] = told(played).filter(text => text !== '');
    expect(whole).toContain('Arvioit nämä: Koko organisaatio, Sivistys ja kasvatus, Vesihuolto.');
    expect(whole).toContain('(Koko organisaatio 2; Sivistys ja kasvatus 3; Vesihuolto 0–5)');
    expect(whole).toContain('Suurin ero on yksi taso: Strategia.');
    expect(each.map(text => text.split('\n')[0])).toEqual([
      'Koko organisaatio',
      'Sivistys ja kasvatus',
      'Vesihuolto',
    ]);
  });

  it('the profile of the whole is the first: earlier runs and reports read that one', () => {
    const result = played.replies.at(-1);
    const profile = result?.kind === 'result' ? sectionOf(result.outcome, 'profile') : undefined;
    expect([profile?.unit, profile?.axes.length, profile?.axes[0]?.units?.length]).toEqual([undefined, 8, 3]);
  });

  it('a sector named by itself is gone to, and then gone through', () => {
    const { session } = play(context, [...WHOLE, ['elinvoima', 'question vitality.strategy.ladder.2 18/26']]);
    expect(session.runs.profile?.answers['sectors-chosen']).toEqual(['whole', 'vitality']);
  });
});

describe('the quarter of an hour that it promises', () => {
  /** Slow reading, and a moment's thought about every statement read; a choice on a card takes two presses. */
  const WORDS_A_MINUTE = 120;
  const SECONDS_TO_THINK = 5;
  const SECONDS_A_PRESS = 1.5;

  /** Answers as a municipality of this kind would: by level, what it says of the three statements. */
  const KINDS = {
    'a beginner': ['yes yes yes', 'yes no no', 'no no no', 'no no no', 'no no no'],
    'most of them': ['yes yes yes', 'yes yes yes', 'yes partly no', 'no no no', 'no no no'],
    'a forerunner': ['yes yes yes', 'yes yes yes', 'yes yes yes', 'yes partly no', 'no no no'],
  };

  it.each(Object.entries(KINDS))('is enough for %s', (_, levels) => {
    let session = newSession('fi');
    let [presses, words, statements] = [1, 0, 0];
    const step = (does: string) => {
      const turn = takeTurn({ context, session, now: 0 }, inputOf(does, session));
      session = turn.session;
      return turn.replies.find(({ kind }) => kind === 'question');
    };
    step('[open profile]');
    for (let card = step('ohita'); card?.kind === 'question'; ) {
      const [text = ''] = drawn([card], 'text');
      const level = Number(/\.ladder\.(\d)$/.exec(card.step)?.[1]);
      const said = levels[level - 1]?.split(' ') ?? [];
      if (said.length === 0) break;
      const ids = shippedStatements(card.step.split('.')[1] ?? '', level);
      // The rest of it tells how to answer by typing.
      const read = text.split('\n').filter(line => /^\d\. |, taso \d$/.test(line));
      words += read.join(' ').split(/\s+/).length;
      statements += ids.length;
      const allHold = said.every(one => one === 'yes');
      presses += allHold ? 1 : 2 * ids.length + 1;
      card = step(
        allHold
          ? '[form fill=all-hold]'
          : `[form ${ids.map((id, at) => `${id}.holds=${said[at]}`).join(' ')}]`,
      );
    }
    const minutes = words / WORDS_A_MINUTE + (statements * SECONDS_TO_THINK + presses * SECONDS_A_PRESS) / 60;
    expect(statements).toBeGreaterThanOrEqual(8 * 3 * 2);
    expect(minutes).toBeLessThanOrEqual(shipped('profile').minutes?.max ?? 0);
  });
});

function statementsOf(perspective: string): readonly ListItem[] {
  const { statements } = shipped('profile').lists;
  return statements ? listedItems(statements, perspective) : [];
}

function shippedStatements(perspective: string, level: number): string[] {
  return statementsOf(perspective).flatMap(item => (item.level === level ? [item.id] : []));
}

it('has eight perspectives of five levels, each of three to five statements', () => {
  const { perspectives } = shipped('profile').lists;
  const ids = perspectives ? listedItems(perspectives, undefined).map(({ id }) => id) : [];
  expect(ids).toHaveLength(8);
  for (const id of ids)
    for (const level of [1, 2, 3, 4, 5]) expect([3, 4, 5]).toContain(shippedStatements(id, level).length);
});
