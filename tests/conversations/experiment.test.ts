/** The plan of an experiment as people go through it: from "is it one at all" to what came of it. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { QUESTIONS } from '../support/content.ts';
import { shippedContext } from '../support/real-context.ts';
import { drawn, expectDrawnEverywhere, MOST_BYTES, told } from '../support/told-transcript.ts';
import { inputOf, play } from '../support/transcript.ts';

const context = shippedContext;
type Rows = [string, string][];

const PLAN: Rows = [
  ['kokeilu', 'question portfolio.own 1/2'],
  ['Puheentunnistus lukutunneilla, käynnissä', 'noted | question portfolio.1 1/12 (2)'],
  [
    '[form own-1.stage=running own-1.theme=teaching]',
    'answered portfolio.1 (3) | question own-1.nature 2/12=Puheentunnistus lukutunneilla',
  ],
  ['miksi', 'explanation own-1.nature'],
  [
    '[form uncertain=yes lesson-enough=yes ready-made=no bounded=yes stoppable=yes]',
    'answered own-1.nature (6) | question own-1.verdict 3/12=Puheentunnistus lukutunneilla',
  ],
  ['seuraava', 'question own-1.resources-named 4/12=Puheentunnistus lukutunneilla'],
  [
    '[form resources-named=work-time,devices resources-named:own=rehtori;sijainen]',
    'answered own-1.resources-named (2) | question own-1.actions-named 5/12 (2)',
  ],
  // By the numbers that teaching shows, and in own words.
  [
    '1 ja 2, opettajien yhteinen suunnittelu',
    'answered own-1.actions-named (3) | question own-1.results-named 6/12 (2)',
  ],
  [
    '[form results-named=pupils-active]',
    'answered own-1.results-named (3) | question own-1.indirect-named 7/12 (2)',
  ],
  ['takaisin', 'question own-1.results-named 6/12 (3)'],
  [
    '[form results-named=pupils-active,lessons]',
    'answered own-1.results-named (3) | question own-1.indirect-named 7/12 (2)',
  ],
  [
    'Toimintatavat uudistuvat',
    'answered own-1.indirect-named (3) | question own-1.wider-named 8/12=Puheentunnistus lukutunneilla',
  ],
  ['4', 'answered own-1.wider-named (2) | question own-1.measures.1 9/12=Puheentunnistus lukutunneilla'],
  ['[form results.measure=min results.goal=abc]', 'refused'],
  [
    '[form results.measure=minuutit results.start=10 results.goal=30 results.follow-up=1.5.2027]',
    'answered own-1.measures.1 (5) | question own-1.money 10/12=Puheentunnistus lukutunneilla',
  ],
  ['kyllä', 'answered own-1.money (2) | question own-1.exit-plan.1 11/12=Puheentunnistus lukutunneilla'],
  ['1 ja 2 kyllä', 'noted'],
  [
    '[form metrics.settled=yes failure.settled=partly sharing.settled=yes upkeep.settled=yes larger.how=lukutaito]',
    'answered own-1.exit-plan.1 (8) | question overview 12/12=Puheentunnistus lukutunneilla',
  ],
  ['[go:next]', 'result told'],
];

it.each(LOCALES)('every reply is drawn on every screen in %s', locale => {
  const said = PLAN.map(([does]) => does);
  expectDrawnEverywhere([...said, 'missä mennään', '[/why]', 'ohje'], { locale });
});

describe('a true experiment', () => {
  const played = play(context, PLAN);

  it('is told to be one by the answers that decided, with its chain, its weak spots and its light', () => {
    const [text = ''] = told(played);
    expect(text).toContain('Tämä on aito kokeilu.');
    expect(text).toContain('• Ei ole varmaa, toimiiko ratkaisu teillä.');
    expect(text).not.toContain('Ratkaisu ei ole valmis tuote.');
    expect(text).toContain('Henkilöstön työaikaa; Laitteita ja ohjelmistoja; rehtori; sijainen');
    expect(text).toContain('Kokeillaan oppimissovelluksia ja -sisältöjä; opettajien yhteinen suunnittelu');
    expect(text).toContain('– Seurantapäivä: 1.5.2027');
    expect(text).toContain(
      '• Näitä ei mittaa kukaan: Resurssit, Toiminta, Epäsuorat vaikutukset, Laajempi muutos',
    );
    expect(text).not.toContain('Rahaa ei seurata');
    expect(text).toContain('Vihreä: kokeilun tulos jää todennäköisesti elämään (5/6 sovittu).');
    expect(text).toContain('Säännöt ovat tämän palvelun omia.');
    expect(text).toContain('ei päätös');
  });

  it('shows the chain as a picture, with none of the person’s words in its address', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'cards');
    expect(card).toContain('"url":"https://bot.example/pictures/chain/experiment.nnmnn.fi.png"');
    expect(card).toContain(
      '"altText":"Kuvassa on ketju, jossa on 5 kohtaa. Resurssit: Mittari puuttuu; Toiminta',
    );
  });

  it('takes a dozen cards, and the suggestions of its theme alone are drawn', () => {
    const presses = PLAN.filter(([, says]) => says.includes('question') || says.includes('result'));
    expect(presses.length).toBeLessThanOrEqual(18);
    const [card = ''] = drawn(lastQuestion(PLAN.slice(0, 7)), 'cards');
    expect(card).toContain('Kokeillaan oppimissovelluksia');
    expect(card).not.toContain('asiointialusta');
    expect(card).toContain('actions-named:own');
  });

  it('is shared without its answers', () => {
    const session = { ...played.session, place: 'personal' as const };
    const scene = { context: { ...context, shareCode: () => 'ABCD-2345' }, session, now: 0 };
    const { effects } = takeTurn(scene, inputOf('[/share]', session));
    const shared = JSON.stringify(effects);
    expect(shared).toContain('verdict-trial');
    for (const words of ['rehtori', 'minuutit', 'lukutaito']) expect(shared).not.toContain(words);
  });
});

function lastQuestion(rows: Rows): readonly Reply[] {
  return play(context, rows).replies.slice(-1);
}

const DISGUISED: Rows = [
  ['[open experiment]', 'question portfolio.own 1/2'],
  [
    '[form name=Oppimisalusta stage=planned theme=teaching]',
    'noted | question own-1.nature 2/12=Oppimisalusta',
  ],
  ['ei', 'input own-1.lesson-enough'],
  ['en tiedä', 'input own-1.ready-made'],
  ['kyllä', 'input own-1.bounded'],
  ['joo', 'input own-1.stoppable'],
  ['ei', 'answered own-1.nature (6) | question own-1.verdict 3/13=Oppimisalusta'],
  ['[go:next]', 'question own-1.go-on 4/13=Oppimisalusta'],
  ['ei', 'answered own-1.go-on (2) | question overview 5/5=Oppimisalusta'],
  ['[go:next]', 'result told'],
];

describe('a procurement in disguise', () => {
  it('is told so with the reasons and what to do, and no chain is asked of it', () => {
    const [text = ''] = told(play(context, DISGUISED));
    expect(text).toContain('Tämä on hankinta tai käyttöönotto, ei kokeilu.');
    expect(text).toContain('• Ratkaisu on valmis tuote, jonka otatte suoraan käyttöön.');
    expect(text).toContain('• Tiedätte jo, että ratkaisu toimii teillä.');
    expect(text).not.toContain('On sovittu');
    expect(text).toContain('• Selvitä, mitä muut kunnat ovat jo hankkineet ja oppineet.');
    expect(text).not.toContain('Vaikutusketju');
    expect(text).not.toContain('Lopetussuunnitelma');
  });

  it('can have a chain all the same', () => {
    const { session } = play(context, DISGUISED);
    play(
      context,
      [
        ['[edit:own-1.go-on]', 'question own-1.go-on 4/5 (2)'],
        ['[yes]', 'answered own-1.go-on (2) | question own-1.resources-named 5/13=Oppimisalusta'],
      ],
      { session },
    );
  });

  const VERDICTS: [verdict: string, answers: string][] = [
    ['Tämä on tavallista kehittämistä.', 'uncertain=no ready-made=no lesson-enough=yes'],
    [
      'Tämä on hankinta tai käyttöönotto, ei kokeilu.',
      'uncertain=yes ready-made=yes lesson-enough=no bounded=yes stoppable=yes',
    ],
    [
      'Tästä voi tulla kokeilu, mutta jotain puuttuu.',
      'uncertain=yes ready-made=yes lesson-enough=yes bounded=no stoppable=yes',
    ],
    ['Tämä on aito kokeilu.', 'uncertain=yes ready-made=yes lesson-enough=yes bounded=yes stoppable=yes'],
    ['Vielä ei voi sanoa, onko tämä kokeilu.', 'ready-made=no lesson-enough=yes bounded=yes stoppable=yes'],
  ];
  it.each(VERDICTS)('%s', (verdict, answers) => {
    let session = newSession('fi');
    for (const does of ['[open experiment]', '[form name=X stage=planned theme=services]'])
      ({ session } = takeTurn({ context, session, now: 0 }, inputOf(does, session)));
    const { replies } = takeTurn({ context, session, now: 0 }, inputOf(`[form ${answers}]`, session));
    expect(drawn(replies, 'text').join('\n')).toContain(verdict);
  });
});

describe('an abandoned plan', () => {
  it('is gone on with where it was, with another instrument in between', () => {
    play(context, [
      ['[open experiment]', 'question portfolio.own 1/2'],
      ['[form name=Chat stage=planned theme=services]', 'noted | question own-1.nature 2/12=Chat'],
      [
        '[form uncertain=yes lesson-enough=yes ready-made=yes bounded=no stoppable=yes]',
        'answered own-1.nature (6) | question own-1.verdict 3/12=Chat',
      ],
      ['näytä tulos', 'result told'],
      ['missä mennään', 'status 2/12'],
      ['[open quick-check]', `question scope 0/${QUESTIONS}`],
      ['<joined>', `greeting again | question scope 0/${QUESTIONS}`],
      ['[open experiment]', 'question own-1.verdict 3/12=Chat'],
      ['ohita', 'question own-1.resources-named 4/12=Chat'],
      ['ohita', 'answered own-1.resources-named skipped | question own-1.actions-named 5/12 (2)'],
      ['[edit:portfolio.own]', 'question portfolio.own 0/12=Chat'],
      ['peruuta', 'question own-1.actions-named 5/12 (2)'],
    ]);
  });

  it('without an experiment comes to nothing, and says so', () => {
    const played = play(context, [
      ['[open experiment]', 'question portfolio.own 1/2'],
      ['ohita', 'answered portfolio.own skipped | question overview 2/2'],
      ['[go:next]', 'result told'],
    ]);
    expect(told(played)[0]).toContain('Kokeiluja ei ole vielä lisätty');
  });
});

describe('a follow-up', () => {
  const { session } = play(context, PLAN);
  const rows: Rows = [
    ['<joined>', 'greeting again'],
    ['kokeilu', 'result told'],
    ['[edit:portfolio.1]', 'question portfolio.1 1/12 (3)'],
    ['1 keskeytetty', 'noted | question own-1.actuals.1 12/16=Puheentunnistus lukutunneilla'],
    [
      '[form results.actual=15]',
      'answered own-1.actuals.1 (2) | question own-1.ending 13/16=Puheentunnistus lukutunneilla',
    ],
    ['ei', 'input own-1.kept'],
    ['ei', 'input own-1.spread'],
    ['en tiedä', 'answered own-1.ending (4) | question own-1.lesson 14/16=Puheentunnistus lukutunneilla'],
  ];
  const onward: Rows = [
    [
      'Melu esti tunnistuksen',
      'answered own-1.lesson (2) | question own-1.benefit 15/16=Puheentunnistus lukutunneilla',
    ],
    [
      '[form cases=1000 minutes-saved=-3 hourly-price=40 yearly-cost=5000 one-off-cost=2000]',
      'answered own-1.benefit (6) | result told',
    ],
  ];

  it('tells outcome against plan, asks for the lesson of what failed, and reckons the benefit', () => {
    const [text = ''] = told(play(context, [...rows, ...onward], { session }));
    expect(text).toContain('– Toteuma: 15\n  Tavoitteesta toteutui 25 %.');
    expect(text).toContain('• Tavoitteita ei saavutettu.');
    expect(text).toContain('• Ei tiedetä, levisikö tulos muualle.');
    expect(text).toContain('• Oppi: Melu esti tunnistuksen');
    // 1000 × −3 / 60 × 40 − 5000
    expect(text).toContain('ratkaisu maksaa 7 000 € vuodessa enemmän kuin säästää');
    expect(text).toContain('Kertakustannus ei maksa itseään takaisin.');
  });

  it('without a lesson, or with half of the figures, says what is missing', () => {
    const half: Rows = [
      ['ohita', 'answered own-1.lesson skipped | question own-1.benefit 15/16=Puheentunnistus lukutunneilla'],
      ['[form minutes-saved=3 hourly-price=40]', 'answered own-1.benefit (3) | result told'],
    ];
    const [text = ''] = told(play(context, [...rows, ...half], { session }));
    expect(text).toContain('Oppi puuttuu, vaikka kokeilu on ohi.');
    expect(text).toContain('Hyötyä ei voi laskea, koska puuttuu: asioiden määrä, vuosikustannus');
  });
});

/** Four of one theme, as they stand: name, stage, the plan's answers, and what came of it. */
const FOUR = [
  ['Asukasraati', 'ended', 'achieved=yes kept=yes spread=partly', 'Raati tarvitsee vetäjän'],
  ['Karttakysely', 'ended', 'achieved=partly kept=no spread=no', 'Kysely oli liian pitkä'],
  ['Äänestys verkossa', 'stopped', 'achieved=no kept=no spread=yes', 'Alusta oli väärä'],
  ['Avoin data', 'running', '', ''],
] as const;

describe('a theme of four', () => {
  let session = newSession('fi');
  let replies: readonly Reply[] = [];
  const does = (what: string) => {
    const turn = takeTurn({ context, session, now: 0 }, inputOf(what, session));
    ({ session, replies } = turn);
  };
  does('[open experiment]');
  FOUR.forEach(([name, stage, ending, lesson], index) => {
    const item = `own-${index + 1}`;
    if (index > 0) does('[edit:portfolio.own]');
    does(`[form name=${name.replaceAll(' ', '\u00a0')} stage=${stage} theme=participation]`);
    does(`[edit:${item}.nature]`);
    does('[form uncertain=yes lesson-enough=yes ready-made=no bounded=yes stoppable=yes]');
    for (const link of ['resources', 'actions', 'results', 'indirect', 'wider']) {
      does(`[edit:${item}.${link}-named]`);
      does(`[form ${link}-named:own=ensimmäinen;toinen;kolmas]`);
    }
    does(`[edit:${item}.measures.1]`);
    does('[form results.measure=osallistujat results.start=10 results.goal=50 results.follow-up=1.9.2027]');
    does(`[edit:${item}.exit-plan.1]`);
    does('[form larger.settled=no owner.settled=yes metrics.settled=yes larger.how=strategia]');
    if (ending === '') return;
    does(`[edit:${item}.ending]`);
    does(`[form ${ending}]`);
    does(`[edit:${item}.lesson]`);
    does(lesson);
  });
  does('[/finish]');

  it('lists every experiment with its state, and tells what they achieved, taught and spread together', () => {
    const [first = '', ...chapters] = drawn(replies, 'text').filter(text => text !== '');
    expect(first).toContain('Kuntasi kokeilut: 4');
    expect(first).toContain(
      '• Avoin data: Käynnissä. Teema: Osallisuus. Arvio: aito kokeilu. Jääkö elämään: punainen.',
    );
    expect(first).toContain(
      'Osallisuus: kokeiluja 4, joista ohi 3. Tavoitteet saavutettiin: 1, osittain 1. Oppi kirjattiin: 3. ' +
        'Tulos levisi muualle: 1, osittain 1.',
    );
    expect(chapters.map(text => text.split('\n')[0])).toEqual(FOUR.map(([name]) => name));
    expect(chapters[1]).toContain('• Oppi: Kysely oli liian pitkä');
  });

  it.each(['cards', 'teams'] as const)('fits the messages of %s, each experiment in its own', screen => {
    const sizes = drawn(replies, screen).map(json => Buffer.byteLength(json));
    expect(sizes.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES);
  });

  it('is shared as the whole alone', () => {
    const shown = { ...session, place: 'personal' as const };
    const scene = { context: { ...context, shareCode: () => 'ABCD-2345' }, session: shown, now: 0 };
    const { effects } = takeTurn(scene, inputOf('[/share]', shown));
    const shared = JSON.stringify(effects);
    expect(shared).toContain('"kind":"rows"');
    for (const words of ['ensimmäinen', 'strategia', 'Kysely oli liian pitkä'])
      expect(shared).not.toContain(words);
  });

  it('lets any card of any of them be opened again', () => {
    does('[edit:overview]');
    const [card = ''] = drawn(replies, 'teams');
    expect(card).toContain('"title":"Karttakysely: Lopetussuunnitelma"');
    expect(card).toContain('own-3.lesson');
    expect(card).not.toContain('own-4.lesson');
    expect(Buffer.byteLength(card)).toBeLessThan(MOST_BYTES);
  });
});

describe('a dozen experiments with long names', () => {
  it('fit every card of Teams, and each of them can be opened', () => {
    let session = newSession('fi');
    const sizes: number[] = [];
    let last: readonly Reply[] = [];
    const does = (what: string) => {
      const turn = takeTurn({ context, session, now: 0 }, inputOf(what, session));
      ({ session, replies: last } = turn);
      sizes.push(...drawn(turn.replies, 'teams').map(json => Buffer.byteLength(json)));
    };
    does('[open experiment]');
    for (let number = 1; number <= 12; number++) {
      if (number > 1) does('[edit:portfolio.own]');
      does(`[form name=${`${number}${'ö'.repeat(60)}`} stage=ended theme=teaching]`);
      does('[/finish]');
    }
    does('[edit:portfolio.1]');
    does('[edit:overview]');
    const [card = ''] = drawn(last, 'teams');
    expect(card).toContain('"value":"own-12.nature"');
    expect(card).not.toContain('own-12.lesson');
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES);
  });
});

it('the rules are those that are published', () => {
  const instrument = shippedContext.current('experiment');
  expect(instrument?.scoring).toMatchObject({
    light: { decisive: ['larger', 'owner'], partly: 1 },
    over: ['ended', 'stopped'],
    verdicts: ['procurement', 'development', 'unbounded', 'trial'].map(id => ({ id })),
  });
});
