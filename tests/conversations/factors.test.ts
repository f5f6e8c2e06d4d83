/** Change factors as people go through them: group by group, in words and on cards, with factors of their own. */
import { describe, expect, it } from 'vitest';
import { listedItems } from '../../src/assessment/list.ts';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { figureOf } from '../../src/presentation/sections/figure-of.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { shipped } from '../support/content.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';
import { drawn, expectDrawnEverywhere, told } from '../support/told-transcript.ts';
import { inputOf, play } from '../support/transcript.ts';

const context = shippedContext;
type Rows = [string, string][];

const RATED: Rows = [
  ['muutostekijät', 'question external.rating.1 1/5'],
  ['3 suuri, heti', 'noted'],
  ['kuntatalous kiristyy erittäin suuri', 'noted'],
  ['4 kohtalainen', 'noted'],
  ['seuraava', 'answered external.rating.1 (3) | question internal.rating.1 2/5'],
  [
    '[form routines.impact=vast routines.urgency=now scarcity.impact=great scarcity.urgency=year]',
    'answered internal.rating.1 (4) | question ict-external.rating.1 3/5',
  ],
  ['2 suuri, vuoden sisällä', 'noted'],
  [
    '[form ai.impact=slight ai.urgency=later]',
    'answered ict-external.rating.1 (4) | question ict-internal.rating.1 4/5',
  ],
  ['ohita', 'answered ict-internal.rating.1 skipped | question ranking 5/5'],
  ['[edit:own-rating.own]', 'question own-rating.own 0/5'],
  ['Uusi tehdas, erittäin suuri', 'noted | question ranking 5/5=Uusi tehdas'],
  ['[edit:own-rating]', 'question own-rating.1 0/5 (2)'],
  ['1 heti', 'noted | question ranking 5/5=Uusi tehdas'],
  ['näytä tulos', 'result told'],
];

it.each(LOCALES)('every reply is drawn on every screen in %s, and is light enough for Teams', locale => {
  const said = RATED.map(([does]) => does);
  expectDrawnEverywhere([...said, 'missä mennään', '[/why]', 'ohje'], { locale });
});

describe('the ranking', () => {
  const played = play(context, RATED);

  it('is told by impact and urgency, people’s own among the listed ones, and what is half done apart', () => {
    const text = told(played).join('\n');
    for (const line of [
      'Arvioit 6 tekijää.',
      'Uusi tehdas: erittäin suuri, heti (16 pistettä)',
      'Kuntatalous kiristyy: erittäin suuri, heti (16 pistettä)',
      'Työaikaa on vapautettava rutiineista: erittäin suuri, heti (16 pistettä)',
      'Kehittämiseen on niukasti aikaa ja rahaa: suuri, vuoden sisällä (9 pistettä)',
      'eivät ole mukana järjestyksessä: Lainsäädäntö ohjaa toimimaan sähköisesti',
      'Tämä on itsearvio, ei päätös.',
    ])
      expect(text).toContain(line);
  });

  it('is shown as a picture with none of the person’s words in its address', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'cards');
    expect(card).toContain('/pictures/matrix/factors.44_44_44_33_33_11.fi.png');
    expect(card).toContain('1: erittäin suuri, heti; 2:');
  });

  it('stands in files as a picture with a table beside it', () => {
    const result = played.replies.at(-1);
    const section = result?.kind === 'result' ? sectionOf(result.outcome, 'matrix') : undefined;
    const voice = voiceOf('fi', 'text', renderContext);
    const figure = section && figureOf(voice, { instrument: shipped('factors'), section });
    expect(figure?.svg).toContain('<title>Kuvassa on ruudukko');
    expect(figure?.table.head).toEqual(['Tekijä', 'Numero kuvassa', 'Vaikutus', 'Kiire', 'Pisteet']);
    expect(figure?.table.rows.at(-1)).toEqual(['Tekoäly kehittyy nopeasti', '6', 'Pieni', 'Myöhemmin', '1']);
  });

  it('can be added to and changed from the result', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'teams');
    expect(card).toContain('Lisää oma muutostekijä');
    const { replies } = play(context, [['kuntatalous kiristyy pieni, myöhemmin', 'noted | result told']], {
      session: played.session,
    });
    expect(told({ ...played, replies }).join('\n')).toContain(
      'Kuntatalous kiristyy: pieni, myöhemmin (1 piste)',
    );
  });
});

it('has about forty factors in four groups, and one press a group at the least', () => {
  const { groups, factors } = shipped('factors').lists;
  const ids = groups ? listedItems(groups, undefined).map(({ id }) => id) : [];
  expect(ids).toHaveLength(4);
  const all = ids.flatMap(id => (factors ? listedItems(factors, id) : []));
  expect(all.length).toBeGreaterThanOrEqual(36);
  expect(all.length).toBeLessThanOrEqual(48);
});

describe('a factor called by what people call it', () => {
  it.each([
    ['fi', 'kuntatalous erittäin suuri ja heti', 'economy', 'vast', 'now'],
    ['fi', 'väestön ikääntyminen iso, vuoden sisällä', 'ageing', 'great', 'year'],
    ['fi', 'henkilöstöpula suuri, heti', 'retirement', 'great', 'now'],
    ['fi', 'kyberuhat valtava heti', 'cyber', 'vast', 'now'],
  ] as const)('in %s: %s', (locale, text, key, impact, urgency) => {
    const { session } = play(shippedContext, [], { locale });
    const begun = takeTurn({ context: shippedContext, session, now: 0 }, inputOf('[open factors]', session));
    const said = takeTurn(
      { context: shippedContext, session: begun.session, now: 1 },
      { kind: 'text', text },
    );
    const taken = said.session.runs.factors?.answers ?? {};
    const asked = said.replies.flatMap(one => (one.kind === 'did-you-mean' ? one.entries : []));
    const all = { ...taken, ...Object.fromEntries(asked.map(one => [one.key, one.value])) };
    expect(Object.entries(all)).toEqual(
      expect.arrayContaining([
        [expect.stringContaining(`${key}.impact`), impact],
        [expect.stringContaining(`${key}.urgency`), urgency],
      ]),
    );
  });
});
