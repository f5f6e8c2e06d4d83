/** What people named themselves is taken out again, by button and by word, and nothing else is lost with it. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';
import { drawn, expectDrawnEverywhere, told } from '../support/told-transcript.ts';
import { inputOf, type Played, play } from '../support/transcript.ts';

type Rows = [string, string][];
const context = shippedContext;

/** Two spearheads with an action under each; one of the actions is the person's own. */
const ROADMAP: Rows = [
  ['tavoitteet', 'question levels-now.1 1/6'],
  ['[edit:spearheads]', 'question spearheads 3/6'],
  [
    '[form spearhead-1=Sujuva__arki spearhead-2=Tieto__johtaa]',
    'answered spearheads (2) | question levels-now.1 1/6',
  ],
  ['[edit:measures-chosen]', 'question measures-chosen 4/6'],
  [
    '[form measures-chosen=ask-others,buy-together]',
    'answered measures-chosen=ask-others,buy-together | question levels-now.1 1/6',
  ],
  ['[edit:states.own]', 'question states.own 0/6=ask-others,buy-together'],
  ['Uusi intranet, suunnitteilla', 'noted | question levels-now.1 1/6=Uusi intranet'],
  ['[edit:plan]', 'question plan.1 6/6 (4)'],
  [
    '[form ask-others.spearhead=first ask-others.owner=digital-manager own-1.spearhead=first own-1.owner=digital-manager buy-together.spearhead=second]',
    'answered plan.1 (9) | question levels-now.1 1/6=Uusi intranet',
  ],
  ['näytä tulos', 'result told'],
];

const FACTORS: Rows = [
  ['muutostekijät', 'question external.rating.1 1/5'],
  ['3 suuri, heti', 'noted'],
  ['[edit:own-rating.own]', 'question own-rating.own 0/5'],
  ['Uusi tehdas, erittäin suuri', 'noted | question external.rating.1 1/5 (3)'],
  ['[edit:own-rating.own]', 'question own-rating.own 0/5=Uusi tehdas'],
  ['Satama, pieni', 'noted | question external.rating.1 1/5 (4)'],
  ['näytä tulos', 'result told'],
];

const SECTORS: Rows = [
  ['kypsyysprofiili', 'question scope 0/9'],
  ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
  ['kaikki kyllä', 'noted | question whole.strategy.ladder.3 2/10'],
  ['[edit:sectors-added.own]', 'question sectors-added.own 0/10'],
  ['Vesihuolto', 'noted | question whole.strategy.ladder.3 2/19=Vesihuolto'],
  ['vesihuolto', 'question own-1.strategy.ladder.2 11/19=Vesihuolto'],
  ['kaikki kyllä', 'noted | question whole.strategy.ladder.3 2/20=Vesihuolto'],
  ['näytä tulos', 'result told'],
];

const answersOf = ({ session }: Played, dialog: string) => session.runs[dialog]?.answers ?? {};
const on = (played: Played, rows: Rows) => play(context, rows, { session: played.session });

/** The answers without those whose keys begin so. */
function without(answers: Readonly<Record<string, unknown>>, beginning: string): object {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !key.startsWith(beginning)));
}

describe('an action of the person’s own', () => {
  const played = play(context, ROADMAP);

  it('goes at a word and a yes, with what was said of it; the rest of the roadmap is as it was', () => {
    const after = on(played, [
      ['poista uusi intranet', 'sure take-out Uusi intranet'],
      ['kyllä', 'taken-out | result told'],
    ]);
    expect(answersOf(after, 'targets')).toEqual(without(answersOf(played, 'targets'), 'own-1.'));
    expect(told(after).join('\n')).not.toContain('Uusi intranet');
    expect(told(after).join('\n')).toContain('Kärki: Sujuva__arki');
  });

  it('stays at a no, and where something else is said', () => {
    for (const said of ['ei', 'Älä poista', 'no ehkä']) {
      const after = on(played, [
        ['[take-out:own-1.name]', 'sure take-out Uusi intranet'],
        [said, 'kept-as-is'],
      ]);
      expect([said, answersOf(after, 'targets')]).toEqual([said, answersOf(played, 'targets')]);
    }
  });

  it('is told with how much goes with it', () => {
    const { replies } = on(played, [['poista uusi intranet', 'sure take-out Uusi intranet']]);
    const [text = ''] = drawn(replies, 'text');
    expect(text).toContain('Poistettava: Uusi intranet');
    expect(text).toContain('Samalla poistuvat siitä annetut 3 vastausta. Muu säilyy.');
  });

  it('that is gone already is not asked about, nor taken twice', () => {
    const asked = on(played, [['[take-out:own-1.name]', 'sure take-out Uusi intranet']]);
    const yes = inputOf('[?yes]', asked.session);
    const gone = takeTurn({ context, session: asked.session, now: 0 }, yes);
    const again = takeTurn({ context, session: gone.session, now: 0 }, yes);
    expect(again.session.runs.targets?.answers).toEqual(gone.session.runs.targets?.answers);
    on({ ...played, session: gone.session }, [['[take-out:own-1.name]', 'stale']]);
  });

  it('that went while it was asked about is told as such, and so is one of what is not in hand any more', () => {
    const asked = on(played, [['[take-out:own-1.name]', 'sure take-out Uusi intranet']]);
    const { targets } = asked.session.runs;
    if (!targets) throw new Error('no run');
    const emptied = { ...targets, answers: {} };
    const gone = { ...asked.session, runs: { ...asked.session.runs, targets: emptied } };
    expect(play(context, [['[?yes]', 'stale']], { session: gone }).session.runs.targets?.answers).toEqual({});
    const factors = play(context, FACTORS, { session: asked.session }).session;
    const elsewhere = { ...factors, pending: asked.session.pending };
    const { session } = play(context, [['[?yes]', 'stale']], { session: elsewhere });
    expect(session.runs).toEqual(factors.runs);
  });
});

describe('a spearhead', () => {
  const played = play(context, ROADMAP);

  it('goes by its name; its actions stay, without it, and a new one in its place does not get them', () => {
    const after = on(played, [
      ['ota sujuva arki pois', 'sure take-out Sujuva__arki'],
      ['kyllä', 'taken-out | result told'],
      ['[edit:spearheads]', 'question spearheads 3/6 (2)'],
      ['[form spearhead-1=Uusi__kärki]', 'answered spearheads (3) | question levels-now.1 1/6=Uusi intranet'],
      ['näytä tulos', 'result told'],
    ]);
    const text = told(after).join('\n');
    expect(answersOf(after, 'targets')['ask-others.spearhead']).toBeUndefined();
    expect(answersOf(after, 'targets')).toMatchObject({
      'ask-others.owner': 'digital-manager',
      'own-1.name': 'Uusi intranet',
      'buy-together.spearhead': 'second',
      'spearhead-2': 'Tieto__johtaa',
    });
    expect(text).toContain('Kärki: Tieto__johtaa');
    expect(text).not.toContain('Kärki: Uusi__kärki');
  });

  it('is one of those listed where it is not said which', () => {
    const [text = ''] = drawn(
      on(played, [['poista kärki', 'own Uusi intranet, Sujuva__arki, Tieto__johtaa']]).replies,
      'text',
    );
    expect(text).toContain('Minkä näistä poistat?');
  });
});

describe('a change factor of the person’s own', () => {
  const played = play(context, FACTORS);

  it('goes alone: the other one and all ratings stay', () => {
    const after = on(played, [
      ['poista oma lisäys', 'own Uusi tehdas, Satama'],
      ['Poista: Satama', 'sure take-out Satama'],
      ['Poista', 'taken-out | result told'],
    ]);
    expect(answersOf(after, 'factors')).toEqual(without(answersOf(played, 'factors'), 'own-2.'));
  });

  it('erasing everything is still asked by its own words', () => {
    on(played, [
      ['poista tietoni', 'sure erase'],
      ['ei', 'kept-as-is'],
      ['poista kaikki', 'sure erase'],
    ]);
  });
});

describe('a sector of the person’s own', () => {
  const played = play(context, SECTORS);

  it('goes with its ladders and its place among those chosen; the whole stays', () => {
    const chosen = on(played, [
      ['[edit:sectors-chosen]', 'question sectors-chosen 0/20=Vesihuolto'],
      [
        '[form sectors-chosen=whole,own-1]',
        'answered sectors-chosen (2) | question whole.strategy.ladder.3 2/20=Vesihuolto',
      ],
      ['poista vesihuolto', 'sure take-out Vesihuolto'],
      ['kyllä', 'taken-out | question whole.strategy.ladder.3 2/10'],
    ]);
    expect(answersOf(chosen, 'profile')).toEqual({
      ...without(answersOf(played, 'profile'), 'own-1.'),
      'sectors-chosen': ['whole'],
    });
  });

  it('notes, and what was left open of it, go with it', () => {
    const run = played.session.runs.profile;
    if (!run) throw new Error('no run');
    const noted = {
      ...run,
      notes: { 'own-1.strategy.ladder.2': 'kysy', 'whole.strategy.ladder.2': 'ok' },
      passed: [...run.passed, 'own-1.data.ladder.2'],
      colleague: ['own-1.data.ladder.2', 'whole.data.ladder.2'],
      by: { 'own-1.strategy.str-goals.holds': 'johtaja' },
      visiting: 'own-1.data.ladder.2',
      stage: 'asking' as const,
    };
    const session = { ...played.session, runs: { profile: noted } };
    const after = play(
      context,
      [
        ['[take-out:own-1.name]', 'sure take-out Vesihuolto'],
        ['[?yes]', 'taken-out | question whole.strategy.ladder.3 2/10'],
      ],
      { session },
    );
    expect(JSON.stringify(after.session)).not.toContain('own-1');
    expect(after.session.runs.profile).toMatchObject({
      notes: { 'whole.strategy.ladder.2': 'ok' },
      colleague: ['whole.data.ladder.2'],
    });
  });
});

/** The same in each language: the button on the result, the words, and the yes. */
const SAID: Record<Locale, readonly [open: string, button: string, words: string, yes: string]> = {
  fi: ['[open targets]', 'Poista oma lisäys', 'poista uusi intranet', 'kyllä'],
  sv: ['[open targets]', 'Ta bort något du lagt till', 'ta bort uusi intranet', 'ja'],
  en: ['[open targets]', 'Remove something you added', 'please remove uusi intranet', 'yes'],
};

it.each(LOCALES)('by button and by word in %s, drawn on every screen', locale => {
  const [, button, words, yes] = SAID[locale];
  const { session, replies } = play(
    context,
    ROADMAP.map(([does, says]) => [does, says]),
  );
  for (const screen of ['cards', 'teams'] as const)
    expect(drawn(replies.slice(-1), screen, locale).join()).toContain(`"title":"${button}"`);
  const here = { ...session, locale };
  for (const said of [
    [words, yes],
    ['[take-out:own-1.name]', '[?yes]'],
  ]) {
    let now = here;
    for (const one of said) now = takeTurn({ context, session: now, now: 0 }, inputOf(one, now)).session;
    expect(now.runs.targets?.answers['own-1.name']).toBeUndefined();
    expect(now.runs.targets?.answers['spearhead-1']).toBe('Sujuva__arki');
  }
  const rest = [button, '[take-out:spearhead-1]', '[?yes]', words, yes];
  expectDrawnEverywhere([...ROADMAP.map(([does]) => does), ...rest], { locale });
  expect(renderContext.offered).toContain('targets');
});

it('nothing of one’s own, nothing to take out: no button, and the words mean what they did', () => {
  const played = play(context, [
    ['kypsyysprofiili', 'question scope 0/9'],
    ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
    ['näytä tulos', 'result told'],
  ]);
  expect(drawn(played.replies.slice(-1), 'cards').join()).not.toContain('take-out');
  on(played, [['poista tietoni', 'sure erase']]);
});
