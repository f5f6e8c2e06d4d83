/** A result as a document, whatever instrument it came from. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import type { Figure, Report, ReportBlock, ReportPart, Table } from '../../../src/reports/result/report.ts';
import { ANSWERS } from '../../presentation/every-reply.ts';
import { content } from '../../support/content.ts';
import { councilReport } from './council-reports.ts';
import { GIVEN, NAMES, reportOf, reportOn, sharedReport } from './made-reports.ts';

const told = { passed: [], reasons: {}, notes: {}, colleague: [] };
const blocksOf = ({ parts }: Report): readonly ReportBlock[] => parts.flatMap(({ blocks }) => blocks);
const figuresOf = (report: Report): Figure[] =>
  blocksOf(report).flatMap(block => (block.block === 'figure' ? [block.figure] : []));
const tablesOf = (report: Report): Table[] => [
  ...blocksOf(report).flatMap(block => (block.block === 'table' ? [block.table] : [])),
  ...figuresOf(report).map(({ table }) => table),
];
const actionsOf = (report: Report) =>
  tablesOf(report).find(({ head }) =>
    head.includes(content.translate(report.locale)('report:actions.action')),
  );

describe.each(LOCALES)('every report in %s', locale => {
  const t = content.translate(locale);

  it.each(NAMES)('of %s says what it is of, when, by which rules, and that it decides nothing', name => {
    const report = reportOf(name, locale);
    const labels = report.facts.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining([t('report:facts.date'), t('report:facts.rules')]));
    expect(report.notices).toContain(t('bot:result.no-decision'));
    const isOfOulu = labels.includes(t('quick-check:inputs.municipality.short'));
    expect(report.title).toContain(isOfOulu ? (locale === 'sv' ? 'Uleåborg' : 'Oulu') : 'Esimerkkilä');
    expect(report.author).toBe('Esimerkkilä');
    expect(report.result).not.toBe('');
    expect(JSON.stringify(report)).not.toMatch(/\{\{|undefined|NaN/);
  });

  it.each(NAMES)('of %s has tables with a heading over every column and a name for every row', name => {
    for (const { caption, head, rows } of tablesOf(reportOf(name, locale))) {
      expect(caption).not.toBe('');
      expect(head.every(column => column !== '')).toBe(true);
      for (const row of rows) {
        expect(row).toHaveLength(head.length);
        expect(row[0]).not.toBe('');
      }
    }
  });

  it.each(NAMES)('of %s says in words what each picture shows, and names its own rules as own', name => {
    const report = reportOf(name, locale);
    for (const { alt, svg } of figuresOf(report)) {
      expect(alt.length).toBeGreaterThan(20);
      expect(svg).toContain('<title>');
    }
    const rules = [t('bot:result.own-rule'), t('report:own-rules')];
    const said = [...report.notices, ...blocksOf(report).map(block => ('text' in block ? block.text : ''))];
    const own = /omia|oma\b|egna|egen|own/;
    expect(said.some(text => rules.includes(text) || own.test(text))).toBe(true);
  });
});

describe('a report of a profile', () => {
  const ofUnits = (units: string[], locale: Locale) => {
    const answers = { 'sectors-chosen': units, 'education.strategy.ladder.1': 'yes' };
    return reportOn('profile', locale, { told: { ...told, answers } });
  };

  it.each([
    ['fi', 'Sivistys ja kasvatus'],
    ['sv', 'Bildning och fostran'],
    ['en', 'Education'],
  ] as const)('in %s names the one sector that it is of', (locale, sector) => {
    const label = content.translate(locale)('report:facts.unit');
    const unit = ofUnits(['education'], locale).facts.find(fact => fact.label === label);
    expect(unit?.value).toContain(sector);
    const several = ofUnits(['education', 'technical'], locale);
    expect(several.facts.map(fact => fact.label)).not.toContain(label);
  });
});

describe('the report of a quick check', () => {
  const report = reportOf('some of everything', 'fi');

  it('tells what was judged and how much of it was answered', () => {
    expect(report.facts.map(({ label, value }) => `${label}: ${value.replaceAll('\u00a0', ' ')}`)).toEqual([
      'Kunta: Oulu',
      'Koko kunta vai palvelualue: Työ ja yrittäminen',
      'Oma roolisi: Kunnan johto',
      'Päivä: 28.11.2026',
      'Vastausten kattavuus: 73 % kohdista',
      expect.stringMatching(/^Säännöt: Digitalisaation pikatesti, versio 2\.1\.0\. Kukaan/),
      expect.stringMatching(/^Toimenpiteet: Suositellut toimenpiteet, versio /),
    ]);
  });

  it('shows the conditions of every stair beside its picture', () => {
    const [figure] = figuresOf(report);
    expect(figure?.alt).toContain('portaikko');
    expect(figure?.table.head).toEqual(['Porras', 'Täyttyy', 'Ei täyty', 'Ei tiedossa']);
    expect(figure?.table.rows).toEqual([
      [
        '1 Perusta on kunnossa',
        'Tarpeen tunnistaminen; Työn aloittaminen; Johdon sitoutuminen',
        'Suunnitelma (kesken); Rahoitus',
        'Työaika',
      ],
      [
        '2 Digipalvelut ovat käytössä',
        'Kuntalaisten käyttö; Käyttöaste',
        'Valmiiden digipalvelujen käyttöönotto (kesken)',
        '–',
      ],
      [
        '3 Prosessit ovat digitaalisia alusta loppuun',
        'Hakemus; Päätöksenteko',
        'Vireillepano (kesken); Asiankäsittely',
        'Arkistointi',
      ],
      [
        '4 Kunta on kehitysalusta',
        '–',
        '–',
        'Uusien kohteiden etsiminen; Analysoidun tiedon käyttö; Yritys- ja tutkimusyhteistyö',
      ],
    ]);
  });

  it('puts an action, who is responsible and a day to fill in beside everything that is in the way', () => {
    const table = actionsOf(report);
    expect(table?.head).toEqual(['Este', 'Toimenpide', 'Vastuutaho', 'Mihin mennessä']);
    for (const blocker of ['Suunnitelma', 'Rahoitus', 'Työaika (ei tiedossa)'])
      expect(table?.rows.some(([named]) => named?.includes(blocker))).toBe(true);
    for (const [, action, owner, day] of table?.rows ?? []) {
      expect(day).toBeNull();
      expect(action === null).toBe(owner === null);
    }
  });

  it('names what is in the way also where nobody has an action for it', () => {
    const table = actionsOf(reportOn('quick-check', 'fi', { told: { ...told, answers: { need: 'no' } } }));
    const named = table?.rows.flatMap(([blocker]) => blocker?.split('; ') ?? []);
    for (const condition of ['Tarpeen tunnistaminen', 'Suunnitelma (ei tiedossa)', 'Työaika (ei tiedossa)'])
      expect(named).toContain(condition);
  });

  it('at the top has actions and nothing in the way', () => {
    const table = actionsOf(reportOf('everything', 'fi'));
    expect(table?.caption).toBe('Suositellut toimenpiteet');
    expect(table?.head).toEqual(['Toimenpide', 'Vastuutaho', 'Mihin mennessä']);
    expect(table?.rows.length).toBeGreaterThanOrEqual(3);
  });

  it('keeps every answer with its note and reason for the whole report', () => {
    const noted = reportOf('some of everything', 'fi', {
      notes: { need: 'strategian sivu 4' },
      reasons: { 'phase-invoicing': 'Maksuttomat palvelut' },
    });
    const said = JSON.stringify(noted.parts.filter(part => part.in === 'full'));
    expect(said).toContain('strategian sivu 4');
    expect(said).toContain('Maksuttomat palvelut');
    const brief = JSON.stringify(noted.parts.filter(part => part.in === 'brief'));
    expect(brief).not.toContain('strategian sivu 4');
    expect(brief).toContain('jäivät laskennasta pois: Laskutus; Valvonta.');
  });

  it('of an outcome alone, as it is shared, counts the conditions and tells no answers', () => {
    const shared = sharedReport('quick-check', 'fi', ANSWERS);
    const [figure] = figuresOf(shared);
    expect(figure?.table.head).toEqual(['Porras', 'Täyttyy', 'Ei tiedossa']);
    expect(figure?.table.rows[0]).toEqual(['1 Perusta on kunnossa', '3/6', '1']);
    expect(shared.parts.map(({ heading }) => heading)).not.toContain('Kaikki vastaukset');
  });
});

describe('the report of a plan', () => {
  it('draws its chain with a column for everything that was told of a link', () => {
    const [figure] = figuresOf(reportOf('a plan', 'fi'));
    expect(figure?.table.head).toEqual(['Kohta', 'Mitä', 'Mittari', 'Lähtöarvo', 'Tavoite', 'Seurantapäivä']);
    expect(figure?.table.rows[2]?.slice(2)).toEqual(['minuutit', '10', '30', '1.5.2027']);
    expect(figure?.svg).toContain('Mittari: minuutit. Lähtöarvo: 10. Tavoite: 30.');
  });
});

describe('the page for a council of two sectors in three years', () => {
  const briefOf = (dialog: 'profile' | 'targets') =>
    councilReport(dialog, 'fi').parts.filter(part => part.in === 'brief');
  const tableUnder = (heading: string, parts: readonly ReportPart[]) =>
    parts
      .filter(part => part.heading === heading)
      .flatMap(({ blocks }) => blocks.flatMap(block => (block.block === 'table' ? [block.table] : [])));

  it('has one picture, its levels at its side under the same numbers, and those of each sector in a column', () => {
    const figures = briefOf('profile').flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.block === 'figure' ? [block.figure] : [])),
    );
    expect(figures.map(({ width }) => width)).toEqual(['half']);
    expect(figures[0]?.table.head).toEqual([
      ...['Näkökulma', 'Taso', 'Sivistys ja kasvatus', 'Tekniset palvelut ja ympäristö'],
    ]);
    expect(figures[0]?.table.rows[2]).toEqual(['3 Toiminnan uudistaminen', '2', '3', '2']);
  });

  it('shows the way of each perspective day by day, with the versions that were answered', () => {
    const [trend] = tableUnder('Kehitys', briefOf('profile'));
    expect(trend?.head).toEqual(['Näkökulma', '28.11.2024', '28.11.2025', '28.11.2026']);
    expect(trend?.rows[0]).toEqual(['Strategia', '0', '1', '2']);
    expect(trend?.rows.at(-1)?.[0]).toBe('Versio');
  });

  it('leaves each sector, and all that the next levels need, to the whole report', () => {
    const whole = councilReport('profile', 'fi').parts.filter(part => part.in === 'full');
    expect(whole.map(({ heading }) => heading)).toEqual([
      'Sivistys ja kasvatus',
      'Tekniset palvelut ja ympäristö',
      'Lähteet',
    ]);
    for (const { blocks } of whole.slice(0, -1))
      expect(blocks.map(({ block }) => block)).toEqual(['figure', 'text', 'text', 'table', 'list']);
  });

  it('shows of a roadmap with whom each action rests, by when and in what state, blank where nothing is agreed', () => {
    const parts = briefOf('targets');
    const [spearhead, others] = tableUnder('Tiekartta', parts);
    expect(spearhead?.caption).toBe('Kärki: Sujuva arki');
    expect(others?.head).toEqual(['Toimi', 'Vastuu', 'Määräaika', 'Tilanne']);
    expect(others?.rows.map(([, ...cells]) => cells)).toEqual([
      [null, null, null],
      ['Johtoryhmä', '1.6.2027', 'Käynnissä'],
      [null, null, 'Tehty'],
    ]);
    const headings = parts.flatMap(({ heading }) => heading ?? []);
    expect(headings).toContain('Tavoitteet ja matka niihin');
    expect(headings.filter(heading => heading.endsWith(':'))).toEqual([]);
  });
});

it.each(LOCALES)(
  'the report of a workbook in %s shows its areas by phases, in the page for a council and as a shared page',
  locale => {
    const heading = content.translate(locale)('bot:heat.title');
    const [, answers] = GIVEN['a workbook'];
    for (const report of [reportOf('a workbook', locale), sharedReport('workbook', locale, answers)]) {
      const part = report.parts.find(one => one.heading === heading);
      expect(part?.in).toBe('brief');
      expect(part?.blocks.map(({ block }) => block)).toEqual(['figure']);
    }
  },
);
