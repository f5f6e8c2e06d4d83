/** The summary before the result, and the result. */
import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { content, stoodOn } from '../support/content.ts';
import { ANSWERS, BEST, instrument, PATH, ref, resultOf } from './every-reply.ts';
import { CONTEXT, cardsOf, nodesOfType, SCREENS, say, textOf } from './rendering.ts';

const summary = {
  kind: 'summary',
  progress: { answered: 13, total: 13, position: 13 },
  ...ref,
  answers: ANSWERS,
  skipped: ['new-targets'],
  reasons: { 'phase-invoicing': 'Maksuttomat palvelut' },
  notes: { money: 'Kysy talousjohtajalta' },
  colleague: ['money'],
} as const;

describe('the summary', () => {
  it('groups the answers by stair and marks what is open', () => {
    const text = textOf(summary);
    expect(text).toContain('Porras 1: Perusta on kunnossa\n• Tarpeen tunnistaminen: Kyllä\n');
    expect(text).toContain('• Käyttöaste: 81,5 %');
    expect(text).toContain('• Uusien kohteiden etsiminen: Ohitettu');
    expect(text).toContain('• Yritys- ja tutkimusyhteistyö: Vastaamatta');
    expect(text).toContain('– Laskutus: Ei koske meitä');
  });

  it('shows reasons, notes and what was left to a colleague with their questions', () => {
    const text = textOf(summary);
    expect(text).toContain('• Rahoitus: Ei\n  Kysytään kollegalta\n  Muistiinpano: Kysy talousjohtajalta');
    expect(text).toContain('Laskutus: Maksuttomat palvelut');
  });

  it('has a change button a step on the page', () => {
    const changes = nodesOfType(cardsOf(say(summary)), 'Action.Submit').filter(
      ({ title }) => title === 'Muuta',
    );
    expect(changes.map(({ data }) => data)).toEqual(PATH.map(({ key }) => ({ do: 'go', to: key })));
    expect(new Set(changes.map(({ tooltip }) => tooltip)).size).toBe(PATH.length);
  });

  it('has one list of steps to change in Teams, where a button a step would be too many', () => {
    const cards = cardsOf(say(summary, { screen: 'teams' }));
    const [list] = nodesOfType(cards, 'Input.ChoiceSet');
    expect(list).toMatchObject({ id: 'to', isRequired: true });
    expect(nodesOfType(cards, 'Action.Submit').filter(({ title }) => title === 'Muuta')).toMatchObject([
      { data: { do: 'go' }, associatedInputs: 'auto' },
    ]);
  });

  it.each(LOCALES)('says once in %s that its first row is what is judged', locale => {
    const framed = { ...summary, version: '2.1.0', answers: { ...ANSWERS, municipality: '564' } };
    const name = content.translate(locale)('quick-check:steps.scope.short');
    const texts = nodesOfType(cardsOf(say(framed, { locale })), 'TextBlock').map(({ text }) => text);
    expect(texts.filter(text => text === name)).toHaveLength(1);
    expect(
      textOf(framed, { locale })
        .split('\n')
        .filter(line => line.includes(name)),
    ).toEqual([name]);
  });

  it('leads to the result', () => {
    const finishing = nodesOfType(cardsOf(say(summary)), 'Action.Submit').filter(
      ({ title }) => title === 'Näytä tulos',
    );
    expect(finishing.map(({ data }) => data)).toEqual([{ do: 'command', name: 'finish' }]);
  });
});

/** Answers to less than half of what is asked. */
const THIN = {
  'one yes': { need: 'yes' },
  'one no': { need: 'no' },
  'no answer at all': {},
  'much that is not known': { need: 'yes', plan: 'unknown', money: 'unknown', ecosystem: 'unknown' },
} as const;

describe('the result', () => {
  it('says where the municipality stands, why, and what would be enough', () => {
    const text = textOf(resultOf({ ...BEST, plan: 'partly', ecosystem: 'no' }));
    expect(text).toMatch(/^Yhden ehdon päässä portaasta 3\n/);
    expect(text).toContain('Vastattuja kohtia on 100 %.');
    expect(text).toContain('Portaiden 2–3 ehdot täyttyvät jo.');
    // The stairs above it hold: the way to the first alone would belittle them.
    expect(text).not.toContain('on kuljettu');
    expect(text).toContain('Portaan 1 ehdoista tämä ei vielä täyty:\n\n• Suunnitelma');
    expect(text).toContain('Kun tämä toteutuu, kuntasi nousee portaalle 3.');
    expect(text).not.toContain('alustava');
  });

  it('names the smallest lift apart when it is less than all that is missing', () => {
    const phases = { 'phase-handling': 'manual', 'phase-decision': 'partial' };
    const text = textOf(resultOf({ ...BEST, ...phases }));
    expect(text).toContain('Portaan 3 ehdoista nämä eivät vielä täyty:\n\n• Asiankäsittely\n• Päätöksenteko');
    expect(text).toContain(
      'Nousuun portaalle 3 riittää esimerkiksi, että tämä toteutuu:\n\n• Asiankäsittely',
    );
  });

  it('counts no way as gone that is only not known', () => {
    expect(textOf(resultOf({ ...BEST, plan: 'unknown' }))).toContain('on kuljettu vähintään 83 %');
    expect(textOf(resultOf({ ...BEST, plan: 'no', 'usage-rate': 10 }))).toContain('on kuljettu 83 %');
    expect(textOf(resultOf({}))).not.toContain('on kuljettu');
  });

  it('praises what holds above a single gap, in every language', () => {
    const praise = {
      fi: 'Portaiden 2–4 ehdot täyttyvät jo. Rahoitus ratkaisee: kun se on kunnossa, kuntasi on portaalla 4.',
      sv: 'Villkoren för stegen 2–4 uppfylls redan. Finansiering är det som avgör: när villkoret uppfylls står din kommun på steg 4.',
      en: 'The conditions of steps 2–4 are met already. Funding decides: once that is in place, your municipality is on step 4.',
    };
    for (const locale of LOCALES)
      expect(textOf(resultOf({ ...BEST, money: 'partly' }), { locale })).toContain(praise[locale]);
  });

  it.each([
    ['two gaps', { ...BEST, money: 'no', plan: 'no' }],
    ['a gap, and something not known', { ...BEST, money: 'no', plan: 'unknown' }],
    ['a gap below another one', { ...BEST, money: 'no', 'usage-rate': 10 }],
  ])('praises nothing where there is more to it: %s', (_what, answers) => {
    expect(textOf(resultOf(answers))).not.toContain('ratkaisee:');
  });

  it('draws a result of the time before every stair was counted', () => {
    const reply = resultOf({ ...BEST, money: 'no' });
    const sections = reply.outcome.sections.map(section => {
      if (section.kind !== 'standing') return section;
      const { stairs: _stairs, unknown: _unknown, near: _near, liftsTo: _liftsTo, ...earlier } = section;
      return earlier;
    });
    const text = textOf({ ...reply, outcome: { ...reply.outcome, sections } });
    expect(text).toMatch(/^Ei vielä portailla\n/);
    expect(text).toContain('Portaan 1 ehdoista tämä ei vielä täyty:\n\n• Rahoitus');
    expect(text).toContain('Kun tämä toteutuu, kuntasi nousee portaalle 1.');
    expect(text).not.toContain('Portaiden ehdot');
  });

  it('tells others the stairs, and not how little is missing from a number', () => {
    const answers = { ...BEST, 'usage-rate': 79.5 };
    const { dialog, version, outcome } = resultOf(answers);
    const shown = textOf({ kind: 'result-shared', dialog, version, outcome });
    expect(shown).toContain('Porras 2: 2/3 ehtoa täyttyy');
    expect(shown).not.toContain('prosenttiyksikkö');
    expect(textOf(resultOf(answers))).toContain('Käyttöaste: puuttuu enää yksi prosenttiyksikkö');
  });

  it('tells an interval and why it is one', () => {
    const text = textOf(resultOf({ ...BEST, ecosystem: 'unknown' }));
    expect(text).toMatch(/^Portaat 3–4\n/);
    expect(text).toContain('Siksi tulos on vaihteluväli: vähintään porras 3, enintään porras 4.');
  });

  it('does not claim that the foundations are missing when the answers are', () => {
    const text = textOf(resultOf({ ...BEST, plan: 'unknown' }));
    expect(text).toMatch(/^Enintään porras 4\n/);
    expect(text).toContain('tulos on enintään porras 4.');
    expect(text).not.toContain('Kaikki ensimmäisen portaan ehdot eivät vielä täyty');
  });

  const provisional = { fi: 'Alustava tulos', sv: 'Preliminärt resultat', en: 'Provisional result' };

  describe.each(LOCALES)('in %s', locale => {
    const heading = provisional[locale];

    it.each(Object.entries(THIN))('says first that %s is a provisional result', (_what, answers) => {
      for (const screen of SCREENS) {
        const [message] = say(resultOf(answers), { locale, screen });
        const cards = cardsOf(message ? [message] : []);
        const [first] = nodesOfType(cards, 'TextBlock');
        if (first) expect(first.text).toBe(heading);
        expect(textOf(resultOf(answers), { locale, screen })).toMatch(new RegExp(`^${heading}\n`));
        // Nothing in large letters names a stair.
        const large = nodesOfType(cards, 'TextBlock').filter(({ style }) => style === 'heading');
        expect(large.map(({ text }) => text)).toEqual(large.length > 0 ? [heading] : []);
      }
    });

    it('has a picture that says so first as well', () => {
      const [picture] = nodesOfType(cardsOf(say(resultOf({ need: 'yes' }), { locale })), 'Image');
      expect(picture?.url).toBe(`https://portaat.example/pictures/stair/0-4.provisional.${locale}.png`);
      expect(picture?.altText).toMatch(new RegExp(`^${heading}\\. `));
    });

    it('says so first of a result that is shown to others', () => {
      const { dialog, version, outcome } = resultOf({ need: 'yes' });
      const shown = textOf({ kind: 'result-shared', dialog, version, outcome }, { locale });
      expect(shown).toContain(`\n${heading}\n`);
    });
  });

  it('tells why it is provisional before anything else, and the stair in small letters', () => {
    const text = textOf(resultOf({ need: 'yes' }));
    expect(text).toMatch(
      /^Alustava tulos\n+Tulos on alustava, koska vastattuja kohtia on alle 50 %\.\n+Vastattuja kohtia on \d %\.\n/,
    );
    expect(text).not.toMatch(/Enintään porras/);
    expect(text).toContain('tulos on enintään porras 4.');
    expect(textOf(resultOf({ need: 'no' }))).toMatch(/\n+Ei vielä portailla\n/);
  });

  it('has no way further up from the top', () => {
    const text = textOf(resultOf(BEST));
    expect(text).toMatch(/^Porras 4: Kunta on kehitysalusta\n/);
    expect(text).not.toContain('portaalle 5');
  });

  it('lists what does not apply, with the reasons given', () => {
    const text = textOf(resultOf(ANSWERS, { 'phase-invoicing': 'Maksuttomat palvelut' }));
    expect(text).toContain('Nämä eivät koske kuntaasi, joten ne jäivät laskennasta pois:\n\n• Valvonta');
    expect(text).toContain('Laskutus: Maksuttomat palvelut');
  });

  it('recommends three to five actions with their ground, role and effort', () => {
    const reply = resultOf(ANSWERS);
    const text = textOf(reply);
    const facts = text.match(/^ {2}Vastuutaho: .+\. Työmäärä: .+\. Perusteet: .+\.$/gm);
    const actions = sectionOf(reply.outcome, 'actions')?.ids ?? [];
    expect(actions.length).toBeGreaterThanOrEqual(3);
    expect(facts).toHaveLength(actions.length);
    for (const id of actions) expect(text).toContain(content.translate('fi')(`actions:${id}.title`));
  });

  it('an action that is begun with an instrument leads there, where that one is offered', () => {
    const reply = resultOf({ ...BEST, 'new-targets': 'no' });
    expect(sectionOf(reply.outcome, 'actions')?.ids).toContain('true-experiments');
    const pressed = (context: typeof CONTEXT) =>
      nodesOfType(cardsOf(say(reply, { context })), 'Action.Submit').map(({ data }) => data);
    const opens = { do: 'command', name: 'start', dialog: 'experiment' };
    expect(pressed(CONTEXT)).toContainEqual(opens);
    expect(pressed({ ...CONTEXT, offered: ['quick-check'] })).not.toContainEqual(opens);
    expect(textOf(reply)).toContain('kokeilu: selvität, onko kyse kokeilusta');
  });

  it('leaves out an action that the catalogue no longer has', () => {
    const text = textOf(resultOf(ANSWERS), { context: { ...CONTEXT, actions: [] } });
    expect(text).toContain('Suositellut toimenpiteet');
    expect(text).not.toContain('Vastuutaho');
  });

  it('says that it is no decision, whose rule it is, and who has approved the content', () => {
    const text = textOf(resultOf(ANSWERS));
    expect(text).toContain('ei päätös');
    expect(text).toContain('Laskentasääntö on tämän palvelun oma.');
    expect(text).toContain(`versio ${instrument.version}. Kukaan ei ole vielä hyväksynyt sisältöä.`);
    const approved = { ...instrument, approved: { role: 'content-owner', date: '2026-12-31' } };
    const told = textOf(resultOf(ANSWERS), { context: { ...CONTEXT, instrument: () => approved } });
    expect(told).toContain(
      `versio ${instrument.version}. Sisällön on hyväksynyt sisältövastaava 31.12.2026.`,
    );
  });

  it('shows the picture of this interval in this language, described in words', () => {
    const reply = resultOf({ ...BEST, ecosystem: 'unknown' });
    const [picture] = nodesOfType(cardsOf(say(reply, { locale: 'sv' })), 'Image');
    expect(picture).toMatchObject({
      url: 'https://portaat.example/pictures/stair/3-4.sv.png',
      altText: expect.stringContaining('Steg 3 är säkert uppnått.'),
    });
  });

  it('offers the workbook, feedback, changing, saving, a person and a new start', () => {
    const pressed = nodesOfType(cardsOf(say(resultOf(ANSWERS))), 'Action.Submit').map(({ data }) => data);
    expect(pressed).toEqual([
      { do: 'command', name: 'start', dialog: 'workbook' },
      { do: 'feedback', value: 'up' },
      { do: 'feedback', value: 'down' },
      { do: 'command', name: 'summary' },
      { do: 'command', name: 'export' },
      { do: 'command', name: 'workshop' },
      { do: 'command', name: 'contact' },
      { do: 'command', name: 'restart' },
    ]);
  });
});

describe('the result of a profile', () => {
  const profile = stoodOn('profile');
  const of = (units: string[], locale: Locale) => {
    const answers = { 'sectors-chosen': units, 'education.strategy.ladder.1': 'yes' };
    const outcome = scoringOf(profile).outcome(profile, { answers, actions: [] });
    const at = { dialog: profile.id, version: profile.version };
    return textOf({ kind: 'result', ...at, outcome, answers, reasons: {} }, { locale });
  };

  it.each(LOCALES)('names in %s the one sector that it is of', locale => {
    const t = content.translate(locale);
    const [title, sector] = [t('profile:outcome.title'), t('profile:sectors.education.name')];
    expect(of(['education'], locale).split('\n')[0]).toBe(`${title}: ${sector}`);
    expect(of(['education', 'technical'], locale).split('\n')[0]).toBe(title);
  });
});
