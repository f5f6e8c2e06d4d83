/** A roadmap that was kept is gone on with in a year: its states are asked about, and what has changed is told. */
import { expect, it } from 'vitest';
import type { KeptRun } from '../../src/conversation/kept.ts';
import { newSession } from '../../src/conversation/session.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';
import { drawn, expectDrawnEverywhere, told } from '../support/told-transcript.ts';
import { type Played, play } from '../support/transcript.ts';

type Rows = [string, string][];
const YEAR = 365 * 86_400_000;
const KEPT = { key: 'k', name: 'Koekunta' };

const LAST_YEAR: Rows = [
  ['tavoitteet', 'question levels-now.1 1/6'],
  ['2 nykytaso 1', 'noted'],
  ['[edit:aims]', 'question aims.1 2/6=1'],
  ['strategia tavoite 3, vuosi 2028', 'noted'],
  ['[edit:spearheads]', 'question spearheads 3/6'],
  ['[form spearhead-1=Arki]', 'answered spearheads=Arki | question levels-now.1 1/6=1'],
  ['[edit:measures-chosen]', 'question measures-chosen 4/6 (2)'],
  [
    '[form measures-chosen=ask-others,buy-together]',
    'answered measures-chosen (3) | question levels-now.1 1/6=1',
  ],
  ['[edit:states.own]', 'question states.own 0/6=ask-others,buy-together'],
  ['Uusi intranet, suunnitteilla', 'noted | question levels-now.1 1/6 (2)'],
  ['[edit:states]', 'question states.1 5/6 (3)'],
  ['1 käynnissä', 'noted'],
  ['näytä tulos', 'result told'],
];

/** What was kept of it. */
function keptOf({ session, replies }: Played): KeptRun {
  const [run, result] = [session.runs.targets, replies.at(-1)];
  if (!run || result?.kind !== 'result') throw new Error('no result');
  const { dialog, version, startedAt, answers, reasons } = run;
  return { name: KEPT.name, dialog, version, startedAt, at: 0, answers, reasons, outcome: result.outcome };
}

const before = play(shippedContext, LAST_YEAR);
const kept = { ...KEPT, runs: [keptOf(before)], shared: [] };
const context = { ...shippedContext, kept: () => ({ current: kept, own: [] }) };
const session = { ...newSession('fi'), kept: KEPT };

it('asks first how each action has gone on, and tells which are done; the plan is as it was', () => {
  const after = play(
    context,
    [
      ['tavoitteet', 'question states.1 5/6 (4)'],
      ['1 valmis, 3 käynnissä', 'noted | result told'],
    ],
    { session, now: YEAR },
  );
  const text = told(after).join('\n');
  for (const line of [
    'Muutos edellisestä tuloksesta',
    'Näiden toimien tilanne on muuttunut:',
    '• Kysy ensin muiden kuntien kokemuksia: Tehty (ennen: Käynnissä)',
    '• Uusi intranet: Käynnissä (ennen: Suunnitteilla)',
    'Toimista on käsitelty loppuun 1/3.',
    'Strategia: nyt 1, tavoite 3 vuonna 2028',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('Mikään ei ole noussut');
  expect(after.session.runs.targets?.answers).toMatchObject({ 'spearhead-1': 'Arki', 'strategy.year': 2028 });
});

it('an added action under the id of one that was taken out is no change of that one', () => {
  const after = play(
    context,
    [
      ['tavoitteet', 'question states.1 5/6 (4)'],
      ['poista uusi intranet', 'sure take-out Uusi intranet'],
      ['kyllä', 'taken-out | question states.1 5/6 (2)'],
      ['[edit:states.own]', 'question states.own 0/6=ask-others,buy-together'],
      ['Toinen työ, valmis', 'noted | result told'],
      ['näytä tulos', 'result told'],
    ],
    { session, now: YEAR },
  );
  expect(told(after).join('\n')).not.toContain('Toinen työ: Tehty (ennen');
});

it('is loaded where it has not been, and begun anew where nothing is kept of it or “restart” is said', () => {
  const unloaded = { ...shippedContext, kept: () => undefined };
  expect(play(unloaded, [['tavoitteet', '']], { session }).effects).toEqual([{ kind: 'recall' }]);
  const others = {
    ...shippedContext,
    kept: () => ({ current: { ...kept, runs: [{ ...keptOf(before), dialog: 'factors' }] }, own: [] }),
  };
  play(others, [['tavoitteet', 'question levels-now.1 1/6']], { session });
  play(
    context,
    [
      ['tavoitteet', 'question states.1 5/6 (4)'],
      ['aloita alusta', 'sure restart'],
      ['kyllä', 'question levels-now.1 1/6'],
    ],
    { session },
  );
});

it('the profile is answered anew: what holds now is what is asked', () => {
  play(context, [['kypsyysprofiili', 'question scope 0/9']], { session });
});

it('what changed is drawn on every screen', () => {
  const { replies } = play(
    context,
    [
      ['tavoitteet', 'question states.1 5/6 (4)'],
      ['2 valmis', 'noted | result told'],
    ],
    { session, now: YEAR },
  );
  for (const locale of ['fi', 'sv', 'en'] as const)
    for (const screen of ['cards', 'teams', 'text'] as const)
      expect(drawn(replies.slice(-1), screen, locale).join()).not.toMatch(/undefined|\{\{/);
  expect(renderContext.offered).toContain('targets');
  expectDrawnEverywhere(['tavoitteet'], { locale: 'fi' });
});
