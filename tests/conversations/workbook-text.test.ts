/** The workbook in people's own words. */
import { describe, expect, it } from 'vitest';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import type { Locale } from '../../src/conversation/locale.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { content } from '../support/content.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

type Rows = [string, string][];

const FINNISH: Rows = [
  ['täytetään työkirja', 'areas?'],
  ['asuminen ja osallisuus', 'noted areas environment,participation | services environment 0'],
  ['rakennusluvat on sähköiset, käyttöaste noin 85', 'noted building-permits inuse 85'],
  [
    'pysäköinti suunnitteilla; joukkoliikenne ei oteta käyttöön',
    'noted parking planned; public-transport none',
  ],
  ['3 käytössä', 'noted building-advice inuse'],
  ['katulupien käyttöaste 70 %', 'mean? street-permits inuse 70'],
  ['joo', 'noted street-permits inuse 70'],
  ['mitä tää tarkoittaa', 'explained services'],
  ['seuraava', 'noted environment 3+1-1 | service building-permits'],
  ['hakemus täysin, käsittely osin, asioita 300 vuodessa', 'noted building-permits inuse phases(2) 85 300'],
  ['tapauksia 300 vuodessa', 'noted building-permits inuse phases(2) 85 300'],
  ['kaikki täysin digitaalisia', 'noted building-permits inuse phases(7) 85 300 | service building-advice'],
  [
    'kaikki vaiheet osin digitaalisia ja käyttöaste 90',
    'noted building-advice inuse phases(7) 90 | service street-permits',
  ],
  ['ohita', 'noted street-permits inuse 70 | area environment 60/75/82'],
  ['in English please', 'language-changed | area environment 60/75/82'],
  ['suomeksi', 'language-changed | area environment 60/75/82'],
  ['tauko', 'paused'],
  ['jatka', 'area environment 60/75/82'],
  ['missä mennään', 'status 5/8'],
  ['siirry museoihin', 'service museums'],
  ['takaisin', 'area environment 60/75/82'],
  ['seuraava', 'services culture 0'],
  ['osallisuus', 'services participation 0'],
  ['palautepalvelu on käytössä', 'noted feedback inuse'],
  ['tallenna tulos', 'files'],
  ['näytä tulos', 'whole 67/75/82 open'],
];

const SWEDISH: Rows = [
  ['arbetsbok', 'areas?'],
  ['arbete', 'noted areas work | services work 0'],
  ['startpeng i bruk, användningsgrad 85', 'noted startup-grants inuse 85'],
  ['upphandling planeras', 'noted procurement planned'],
  ['nästa', 'noted work 1+1-0 | service startup-grants'],
  ['ansökan helt digital', 'noted startup-grants inuse phases(1) 85'],
  ['visa resultatet', 'whole 50/100/85 open'],
];

const ENGLISH: Rows = [
  ['workbook', 'areas?'],
  ['1 and 3', 'noted areas environment,culture | services environment 0'],
  ['building permits are online, usage rate 85', 'noted building-permits inuse 85'],
  ['parking is planned', 'noted parking planned'],
  ['1, 3 and 5 in use', 'noted building-permits inuse 85; building-advice inuse; land-use-plans inuse'],
  ['next', 'noted environment 3+1-0 | service building-permits'],
  ['all fully digital', 'noted building-permits inuse phases(7) 85 | service building-advice'],
  ['show the result', 'whole 75/100/85 open'],
];

const TABLES: [Locale, Rows][] = [
  ['fi', FINNISH],
  ['sv', SWEDISH],
  ['en', ENGLISH],
];

describe('the workbook in own words', () => {
  it.each(TABLES)('in %s', (locale, rows) => {
    play(realContext, rows, { locale });
  });

  it('asks first where it had to guess, and writes nothing on a no', () => {
    const { session } = play(realContext, [
      ['työkirja', 'areas?'],
      ['työ', 'noted areas work | services work 0'],
      ['rakenuslupa käytössä', 'mean? building-permits inuse'],
      ['ei', 'kept-as-is'],
      ['startiraha käytössä', 'mean? startup-grants inuse'],
      ['kyllä', 'noted startup-grants inuse'],
    ]);
    expect(session.runs.workbook?.answers).toEqual({
      areas: ['work'],
      'work.startup-grants.status': 'inuse',
    });
  });

  it.each([
    ['fi', 'katuluvat käytössä ja kaavoitus suunnitteilla', 'kaikki'],
    ['fi', 'katuluvat ovat käytössä mutta kaavoitus suunnitteilla', 'kaikki'],
  ] as const)('tells two statements in one sentence apart (%s): %s', (locale, text, all) => {
    const { session } = play(realContext, [['[open workbook]', 'areas?']], { locale });
    const chosen = takeTurn({ context: realContext, session, now: 0 }, { kind: 'text', text: all }).session;
    const said = takeTurn({ context: realContext, session: chosen, now: 0 }, { kind: 'text', text }).session;
    expect(said.runs.workbook?.answers).toMatchObject({
      'environment.street-permits.status': 'inuse',
      'environment.land-use-plans.status': 'planned',
    });
  });

  it('adds a service of one’s own, and knows it by its name afterwards', () => {
    play(realContext, [
      ['työkirja', 'areas?'],
      ['työ', 'noted areas work | services work 0'],
      ['[go:work.statuses.own]', 'own? work'],
      ['Sataman palvelut, suunnitteilla', 'noted Sataman palvelut planned | services work 1'],
      ['[go:work.statuses.own]', 'own? work'],
      ['3) Kirpputori, käytössä', 'noted 3) Kirpputori inuse | services work 2'],
      ['[go:work.statuses.own]', 'own? work'],
      ['Torikauppa', 'mean? Torikauppa inuse'],
      ['ei', 'kept-as-is'],
      ['peruuta', 'services work 2'],
      ['sataman palvelut käytössä', 'noted Sataman palvelut inuse'],
    ]);
  });

  it('says so when it does not understand, three times with a way out', () => {
    const { replies } = play(realContext, [
      ['työkirja', 'areas?'],
      ['mikä on sää', 'rejected not-understood 1'],
      ['kyllä', 'rejected not-understood 2'],
      ['asdf', 'rejected not-understood 3'],
    ]);
    expect(replies).toHaveLength(1);
  });

  it('leaves for the quick check and comes back', () => {
    play(realContext, [
      ['työkirja', 'areas?'],
      [
        'kaikki',
        'noted areas environment,education,culture,wellbeing,work,participation | services environment 0',
      ],
      ['aloita pikatesti', 'question need 1/13'],
      ['kyllä', 'answered need=yes | question started 2/13'],
      ['työkirja', 'services environment 0'],
    ]);
  });
});

describe.each(LOCALES)('names of services in %s', locale => {
  const t = content.translate(locale);
  const finder = content.naming(workbook, locale).items;

  it('find the service itself, as they are written', () => {
    const wrong = workbookOf(workbook).areas.flatMap(({ services }) =>
      services.filter(({ id }) => {
        const found = finder.find(t(`workbook:services.${id}.name`)).map(one => one.id.items.at(-1));
        return found.length !== 1 || found[0] !== id;
      }),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('a yes, a no or a "don’t know" on a card that asks no such thing', () => {
  const before: Rows = [
    ['työkirja', 'areas?'],
    ['työ', 'noted areas work | services work 0'],
    ['[form job-matching=inuse]', 'noted work 1+0-0 | service job-matching'],
  ];
  const BENEFIT: [string, string] = [
    '[form usage-rate=85 onward=BENEFIT]',
    'noted job-matching inuse 85 | benefit job-matching',
  ];

  it.each([
    ['ei', 'mean? job-matching none'],
    ['en', 'mean? job-matching none'],
    ['ei kiitos', 'mean? job-matching none'],
    ['kyllä', 'rejected not-understood 1'],
    ['en tiedä', 'rejected not-understood 1'],
    ['ei tietoa', 'rejected not-understood 1'],
  ])('%s takes nothing back by itself', (typed, says) => {
    for (const rows of [before, [...before, BENEFIT]]) {
      const { session } = play(realContext, [...rows, [typed, says]]);
      expect(session.runs.workbook?.answers['work.job-matching.status']).toBe('inuse');
    }
  });

  it('what is not known of a named service is no answer: the service is opened', () => {
    const { session } = play(realContext, [
      ...before.slice(0, 2),
      ['työnvälitys en tiedä', 'service job-matching'],
    ]);
    expect(session.runs.workbook?.answers).toEqual({ areas: ['work'] });
  });

  it('a plain word for how it is is taken as before', () => {
    play(realContext, [...before, ['suunnitteilla', 'noted job-matching planned']]);
  });
});

describe('on the card for a service of one’s own', () => {
  const before: Rows = [
    ['työkirja', 'areas?'],
    ['työ', 'noted areas work | services work 0'],
    ['[go:work.statuses.own]', 'own? work'],
  ];
  it.each([
    ['Venepaikat', 'mean? Venepaikat inuse'],
    ['Venepaikat, suunnitteilla', 'noted Venepaikat planned | services work 1'],
    ['Venepaikat on käytössä', 'noted Venepaikat inuse | services work 1'],
    ['Venepaikkojen varaus suunnitteilla', 'noted Venepaikkojen varaus planned | services work 1'],
    ['työnvälitys käytössä', 'noted job-matching inuse | services work 1'],
    ['ei', 'noted skipped statuses | services work 0'],
    ['en tiedä', 'noted skipped statuses | services work 0'],
    ['kyllä', 'rejected not-understood 1'],
    ['85 %', 'rejected not-understood 1'],
    ['12.5.2026', 'rejected not-understood 1'],
    ['...', 'rejected not-understood 1'],
  ])('%s', (typed, says) => {
    play(realContext, [...before, [typed, says]]);
  });

  it('a name that is like another area’s service leads nowhere by itself', () => {
    const { session } = play(realContext, [...before.slice(0, 2), ['aloiteet', 'rejected not-understood 1']]);
    expect(session.runs.workbook?.answers).toEqual({ areas: ['work'] });
  });
});
