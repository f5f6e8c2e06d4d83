/** Targets and the roadmap as people set them: from where they are, by what they choose, and what is asked when they come back. */
import { describe, expect, it } from 'vitest';
import { returnDays } from '../../src/assessment/return-days.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { roadmapTable } from '../../src/saving/roadmap-table.ts';
import { QUESTIONS, shipped } from '../support/content.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';
import { drawn, expectDrawnEverywhere, told } from '../support/told-transcript.ts';
import { type Played, play } from '../support/transcript.ts';

const context = shippedContext;
type Rows = [string, string][];

const SET: Rows = [
  ['tavoitteet', 'question levels-now.1 1/6'],
  ['1 nykytaso 1, 2 nykytaso 2', 'noted'],
  [
    '[form leadership.now=1 renewal.now=1 methods.now=0 people.now=2 ecosystem.now=1 technology.now=2 data.now=1]',
    'answered levels-now.1 (9) | question aims.1 2/6 (9)',
  ],
  ['1 tavoite 2, vuosi 2028', 'noted'],
  [
    '[form strategy.target=3 strategy.year=2029 data.target=3 leadership.target=1]',
    'answered aims.1 (15) | question spearheads 3/6',
  ],
  [
    '[form spearhead-1=Sujuva__arki spearhead-2=Tieto__johtaa]',
    'answered spearheads (2) | question measures-chosen 4/6 (13)',
  ],
  // By the numbers of what is offered.
  [
    '1, 2 ja 5',
    'answered measures-chosen (14) | question states.1 5/6=target-level,information-management,adopt-market-solutions',
  ],
  ['1 käynnissä', 'noted'],
  [
    '[form information-management.state=planned adopt-market-solutions.state=planned]',
    'answered states.1 (4) | question plan.1 6/6 (3)',
  ],
  [
    '[form adopt-market-solutions.spearhead=first adopt-market-solutions.owner=service-area-manager adopt-market-solutions.deadline=1.6.2027 information-management.spearhead=second]',
    'answered plan.1 (7) | result told',
  ],
];

it.each(LOCALES)('every reply is drawn on every screen in %s, and is light enough for Teams', locale => {
  const more = [
    '[open targets]',
    '[edit:states.own]',
    'miksi',
    '[edit:plan]',
    'missä mennään',
    '[edit:sectors-chosen]',
    '[form sectors-chosen=technical,vitality]',
    '[edit:technical.sector-aims.1]',
    '[form strategy.sector-now=1 strategy.sector-target=3]',
    'miksi',
    'näytä tulos',
    '[/export]',
  ];
  expectDrawnEverywhere([...SET.map(([does]) => does), ...more], { locale, now: Date.UTC(2026, 10, 28) });
});

describe('figures on the rows of a table of numbers', () => {
  const AIMS: Rows = [
    ['tavoitteet', 'question levels-now.1 1/6'],
    ['seuraava', 'answered levels-now.1 skipped | question aims.1 2/6'],
  ];
  const answersAfter = (rows: Rows, text: string, locale: Locale) => {
    const { session } = play(context, rows);
    const turn = takeTurn({ context, session: { ...session, locale }, now: 1 }, { kind: 'text', text });
    return { turn, answers: turn.session.runs.targets?.answers };
  };

  it.each<[Locale, string, Record<string, number>]>([
    ['fi', 'porras 2', { 'stair.target': 2 }],
    ['fi', 'johtaminen 3', { 'leadership.target': 3 }],
    ['fi', 'johtaminen: 3, strategia 2', { 'leadership.target': 3, 'strategy.target': 2 }],
    ['fi', 'johtaminen kolme', { 'leadership.target': 3 }],
    ['fi', 'johtaminen tasolle 3', { 'leadership.target': 3 }],
    ['fi', 'johtaminen 3 2028', { 'leadership.target': 3, 'leadership.year': 2028 }],
    ['fi', 'johtaminen 3 vuonna 2028', { 'leadership.target': 3, 'leadership.year': 2028 }],
    // The year behind a named figure was dropped.
    ['fi', 'johtaminen tavoite 3 vuonna 2028', { 'leadership.target': 3, 'leadership.year': 2028 }],
    ['sv', 'steg 2', { 'stair.target': 2 }],
    ['sv', 'ledning 3', { 'leadership.target': 3 }],
    ['sv', 'ledning mål 3 år 2028', { 'leadership.target': 3, 'leadership.year': 2028 }],
    ['en', 'step 2', { 'stair.target': 2 }],
    ['en', 'leadership 3', { 'leadership.target': 3 }],
    ['en', 'leadership target 3 year 2028', { 'leadership.target': 3, 'leadership.year': 2028 }],
  ])('need no name where they fit one field, %s: %s', (locale, text, answers) => {
    expect(answersAfter(AIMS, text, locale).answers).toEqual(answers);
  });

  it('are for the levels now where these are asked', () => {
    expect(answersAfter(AIMS.slice(0, 1), 'johtaminen 3', 'fi').answers).toEqual({ 'leadership.now': 3 });
  });

  it('are asked about where two fields take them', () => {
    const { turn } = answersAfter(
      [
        ...AIMS,
        ['[edit:sectors-chosen]', 'question sectors-chosen 0/6'],
        ['[form sectors-chosen=technical]', 'answered sectors-chosen=technical | question aims.1 2/8'],
        ['seuraava', 'answered aims.1 skipped | question technical.sector-aims.1 3/8'],
        ['johtaminen toimialan nykytaso 2', 'noted'],
      ],
      'strategia 3, johtaminen 4',
      'fi',
    );
    // The first of them that has no answer.
    expect(turn.session.pending).toMatchObject({
      kind: 'reading',
      entries: [
        { key: 'technical.strategy.sector-now', value: 3 },
        { key: 'technical.leadership.sector-target', value: 4 },
      ],
    });
  });

  it.each(['johtaminen 7', 'porras 0'])('out of their bounds are told: %s', text => {
    const { turn, answers } = answersAfter(AIMS, text, 'fi');
    expect(answers).toEqual({});
    expect(drawn(turn.replies, 'text').join()).toContain('Luvun pitää olla välillä 1–5.');
  });

  it.each<[Locale, string, string]>([
    ['fi', '2', 'Kirjoita numero, tavoite ja vuosi, esimerkiksi: 2 tavoite 3, vuosi 2028.'],
    ['fi', 'taso 2', 'Kirjoita numero, tavoite ja vuosi, esimerkiksi: 2 tavoite 3, vuosi 2028.'],
    ['sv', '2', 'till exempel: 2 mål 3, år 2028'],
    ['en', '2', 'for example: 2 target 3, year 2028'],
  ])('of nothing are answered by how they are told, %s: %s', (locale, text, hint) => {
    const { turn, answers } = answersAfter(AIMS, text, locale);
    expect(answers).toEqual({});
    expect(drawn(turn.replies, 'text', locale).join()).toContain(hint);
  });
});

describe('targets and a roadmap', () => {
  const played = play(context, SET);

  it('are told with the gaps and years, and the actions in their order under the spearheads', () => {
    const text = told(played).join('\n');
    for (const line of [
      '• Digitalisaation portaat: nyt 1, tavoite 2 vuonna 2028',
      '• Strategia: nyt 2, tavoite 3 vuonna 2029',
      '• Johtaminen: tavoite 1 on saavutettu',
      'Kärki: Sujuva__arki',
      'Vie eteenpäin: Digitalisaation portaat tasolle 2',
      '– Määräaika: 1.6.2027',
      'Toimista on käsitelty loppuun 0/3.',
      'Tämä on kunnan oma suunnitelma, ei päätös.',
    ])
      expect(text).toContain(line);
    expect(text.indexOf('Sujuva__arki')).toBeLessThan(text.indexOf('Tieto__johtaa'));
  });

  it('show the levels beside those aimed at as a picture', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'cards');
    expect(card).toContain('/pictures/profile/targets.223_111_11x_00x_22x_11x_22x_113.fi.png');
    expect(card).toContain('Strategia 2, tavoite 3;');
  });

  it('can be changed from the result, each part by its own button', () => {
    const [card = ''] = drawn(played.replies.slice(-1), 'cards');
    for (const label of [
      'Muuta nykytasoja',
      'Muuta tavoitteita',
      'Muuta kärkiä',
      'Valitse toimet',
      'Päivitä toimien tilanne',
      'Lisää oma toimi',
      'Muuta tiekarttaa',
    ])
      expect(card).toContain(label);
    expect(card.split('"Lisää oma toimi"')).toHaveLength(2);
  });

  it('are a table that other tools take', () => {
    const result = played.replies.at(-1);
    if (result?.kind !== 'result') throw new Error('no result');
    const table = roadmapTable(voiceOf('fi', 'text', renderContext), shipped('targets'), result.outcome);
    expect(table?.head).toEqual([
      'Toimi',
      'Kärki',
      'Vastuu',
      'Määräaika',
      'Tilanne',
      'Työmäärä',
      'Vie eteenpäin',
    ]);
    expect(table?.rows[0]).toEqual([
      'Ota markkinoiden valmiit ratkaisut käyttöön',
      'Sujuva__arki',
      'Palvelualueen johtaja',
      '2027-06-01',
      'Suunnitteilla',
      'kuukausia',
      'Digitalisaation portaat tasolle 2',
    ]);
  });

  it('the deadline is a day to come back on until the action is over', () => {
    const days = (session: Played['session']) =>
      returnDays(shipped('targets'), session.runs.targets?.answers ?? {});
    expect(days(played.session)).toHaveLength(1);
    const { session } = play(
      context,
      [
        ['[open targets]', 'question states.1 5/6 (4)'],
        ['3 valmis', 'noted | result told'],
      ],
      { session: played.session },
    );
    expect(days(session)).toEqual([]);
  });
});

describe('somebody who comes back', () => {
  const played = play(context, SET);

  it('is asked first how the actions have gone on, and can add one', () => {
    const { replies } = play(
      context,
      [
        ['tavoitteet', 'question states.1 5/6 (4)'],
        ['1 ja 2 valmis', 'noted | result told'],
        [
          '[edit:states.own]',
          'question states.own 0/6=target-level,information-management,adopt-market-solutions',
        ],
        ['Uusi intranet, suunnitteilla', 'noted | result told'],
      ],
      { session: played.session },
    );
    const text = told({ ...played, replies }).join('\n');
    expect(text).toContain('Toimista on käsitelty loppuun 2/4.');
    expect(text).toContain('Uusi intranet');
  });
});

describe('what is known from other instruments', () => {
  const PROFILE: Rows = [
    ['kypsyysprofiili', 'question scope 0/9'],
    ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
    ['kaikki kyllä', 'noted | question whole.strategy.ladder.3 2/10'],
    ['1 ja 2 kyllä, 3 ei', 'noted | question whole.leadership.ladder.2 3/10'],
    ['näytä tulos', 'result told'],
  ];

  it('is filled in, and what the next level needs is named in the words of the profile', () => {
    const { replies, session } = play(context, [
      ...PROFILE,
      ['tavoitteet', 'question levels-now.1 1/6=2'],
      ['seuraava', 'answered levels-now.1=2 | question aims.1 2/6=2'],
      ['strategia tavoite 4', 'noted'],
      ['näytä tulos', 'result told'],
    ]);
    expect(session.runs.targets?.answers['strategy.now']).toBe(2);
    const text = drawn(replies, 'text').join('\n');
    expect(text).toContain(
      '• Strategia, taso 3: Toteutuminen raportoidaan vuosittain valtuustolle tai lautakunnalle',
    );
  });

  it('is read anew when somebody comes back with a higher level', () => {
    const { session } = play(context, [
      ...PROFILE,
      ['tavoitteet', 'question levels-now.1 1/6=2'],
      ['kypsyysprofiili', 'question whole.leadership.ladder.2 3/10'],
      ['[edit:whole.strategy.ladder.3]', 'question whole.strategy.ladder.3 2/10 (3)'],
      ['3 kyllä', 'noted | question whole.strategy.ladder.4 3/11'],
      ['tavoitteet', 'question levels-now.1 1/6=3'],
    ]);
    expect(session.runs.targets?.answers['strategy.now']).toBe(3);
  });

  it.each(['profile', 'factors'])('setting targets is offered on the result of %s', dialog => {
    const { replies } = play(context, [
      [`[open ${dialog}]`, dialog === 'profile' ? 'question scope 0/9' : 'question external.rating.1 1/5'],
      ['näytä tulos', 'result told'],
    ]);
    for (const screen of ['cards', 'teams'] as const)
      expect(drawn(replies.slice(-1), screen).join()).toContain('Aseta tavoitteet');
  });
});

it('setting targets is offered on the result of the quick check, too, and after the workbook and the factors', () => {
  expect(shipped('targets').follows).toEqual(['quick-check', 'workbook', 'profile', 'factors']);
  const { replies } = play(context, [
    ['[open quick-check]', `question scope 0/${QUESTIONS}`],
    ['[/finish]', 'result 0–4'],
  ]);
  expect(drawn(replies.slice(-1), 'teams').join()).toContain('Aseta tavoitteet ja tee tiekartta');
});

describe('sectors', () => {
  const JUDGED: Rows = [
    ['kypsyysprofiili', 'question scope 0/9'],
    ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
    ['[edit:sectors-chosen]', 'question sectors-chosen 0/9'],
    [
      '[form sectors-chosen=technical]',
      'answered sectors-chosen=technical | question technical.strategy.ladder.2 1/9',
    ],
    ['kaikki kyllä', 'noted | question technical.strategy.ladder.3 2/10'],
    ['kaikki ei', 'noted | question technical.leadership.ladder.2 3/10'],
    ['näytä tulos', 'result told'],
  ];

  it('have targets of their own, beside those of the whole, from where the profile says they are', () => {
    const { replies, session } = play(context, [
      ...JUDGED,
      ['tavoitteet', 'question levels-now.1 1/6=2'],
      ['näytä tulos', 'result told'],
      ['[edit:sectors-chosen]', 'question sectors-chosen 0/6'],
      [
        '[form sectors-chosen=technical,vitality]',
        'answered sectors-chosen=technical,vitality | question levels-now.1 1/10=2',
      ],
      ['seuraava', 'answered levels-now.1=2 | question aims.1 2/10=2'],
      ['strategia tavoite 4', 'noted'],
      ['seuraava', 'answered aims.1 (2) | question technical.sector-aims.1 3/10=2'],
      ['strategia toimialan tavoite 3, toimialan vuosi 2028', 'noted'],
      ['1 toimialan tavoite 2', 'noted'],
      ['seuraava', 'answered technical.sector-aims.1 (4) | question technical.sector-aims.2 4/10'],
      ['seuraava', 'answered technical.sector-aims.2 skipped | question vitality.sector-aims.1 5/10'],
      [
        '[form stair.sector-now=2 stair.sector-target=2]',
        'answered vitality.sector-aims.1 (2) | question vitality.sector-aims.2 6/10',
      ],
      ['näytä tulos', 'result told'],
    ]);
    expect(session.runs.targets?.answers['technical.strategy.sector-now']).toBe(2);
    const [whole = '', ...chapters] = drawn(replies.slice(-1), 'text').map(text =>
      text.replaceAll('\u00a0', ' '),
    );
    expect(whole).toContain('• Strategia: nyt 2, tavoite 4');
    const text = chapters.join('\n');
    expect(text.indexOf('Tekniset palvelut ja ympäristö')).toBeLessThan(
      text.indexOf('• Strategia: nyt 2, tavoite 3 vuonna 2028'),
    );
    expect(text.indexOf('Elinvoima ja työllisyys')).toBeLessThan(
      text.indexOf('• Digitalisaation portaat: tavoite 2 on saavutettu'),
    );
  });

  it('are offered on the result', () => {
    const [card = ''] = drawn(play(context, SET).replies.slice(-1), 'cards');
    expect(card).toContain('Aseta tavoitteita toimialoittain');
  });

  it('that people added to the profile are theirs here as well, with targets of their own', () => {
    const { replies, session } = play(context, [
      ['kypsyysprofiili', 'question scope 0/9'],
      ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
      ['[edit:sectors-added.own]', 'question sectors-added.own 0/9'],
      ['Vesihuolto', 'noted | question whole.strategy.ladder.2 1/18=Vesihuolto'],
      ['vesihuolto', 'question own-1.strategy.ladder.2 10/18=Vesihuolto'],
      ['kaikki kyllä', 'noted | question whole.strategy.ladder.2 1/19=Vesihuolto'],
      // One sector says nothing of where the whole is.
      ['tavoitteet', 'question levels-now.1 1/8=Vesihuolto'],
      ['seuraava', 'answered levels-now.1 skipped | question aims.1 2/8=Vesihuolto'],
      ['seuraava', 'answered aims.1 skipped | question sector-1.sector-aims.1 3/8 (2)'],
      ['strategia toimialan tavoite 4, toimialan vuosi 2029', 'noted'],
      ['näytä tulos', 'result told'],
      // Another one, which the profile does not know, and an action of the person's own beside them.
      ['[edit:sectors-added.own]', 'question sectors-added.own 0/8=Vesihuolto'],
      ['Satama', 'noted | question sector-1.sector-aims.1 3/10 (5)'],
      ['[edit:states.own]', 'question states.own 9/10 (2)'],
      ['Uusi intranet, suunnitteilla', 'noted | question sector-1.sector-aims.1 3/10 (6)'],
      ['näytä tulos', 'result told'],
    ]);
    expect(session.runs.targets?.answers).toMatchObject({
      'sector-1.name': 'Vesihuolto',
      'sector-1.strategy.sector-now': 2,
      'sector-2.name': 'Satama',
      'own-1.name': 'Uusi intranet',
    });
    const texts = told({ replies });
    expect(texts.at(-1)).toMatch(/^Vesihuolto\n/);
    expect(texts.at(-1)).toContain('• Strategia: nyt 2, tavoite 4 vuonna 2029');
    expect(texts[0]).not.toContain('Satama');
  });
});
