/** The cards as Adaptive Cards: valid, within the limits of Teams, and sending back what the conversation reads. */
import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { pressSchema } from '../../src/conversation/press.ts';
import { cardsOf, everyRendering, type Json, nodesIn, nodesOfType } from './rendering.ts';

// Its lib/ is written for bundlers; dist/ is what Node can load.
const AdaptiveCards: typeof Library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const MOST_ACTIONS = 6;
const LARGEST_CARD = 28 * 1024;

const onCards = cardsByName('cards');
const onTeams = cardsByName('teams');

describe.each([
  ['cards', onCards],
  ['teams', onTeams],
])('cards for the screen %s', (screen, cards) => {
  it('are there', () => expect(cards.length).toBeGreaterThan(100));

  it('parse without a complaint', () => {
    expect(
      cards.flatMap(({ name, card }) => complaintsOf(card, screen).map(complaint => `${name}: ${complaint}`)),
    ).toEqual([]);
  });

  it('name their version, which Teams on a phone needs to show them at all', () => {
    for (const { card } of cards) expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  });

  it('act by Action.Submit, with an object of data, and explain themselves where Teams would empty them', () => {
    const toggles = onTeams.flatMap(({ card }) => actionsIn(card).filter(isToggle));
    expect(toggles.length).toBeGreaterThan(20);
    const all = [...cards, ...onTeams].flatMap(({ card }) => actionsIn(card));
    const actions = all.filter(action => !isToggle(action));
    expect(new Set(actions.map(({ type }) => type))).toEqual(new Set(['Action.Submit']));
    expect(actions.filter(({ data }) => typeof data !== 'object' || data === null)).toEqual([]);
    expect(actions.filter(({ title }) => typeof title !== 'string' || title === '')).toEqual([]);
  });

  it('send what the conversation reads, with whatever was filled in', () => {
    for (const { name, card } of cards) {
      const filled = Object.fromEntries(inputsIn(card).map(({ id, choices }) => [id, firstValue(choices)]));
      for (const { data, associatedInputs } of actionsIn(card).filter(action => !isToggle(action))) {
        const sent = associatedInputs === 'none' ? data : { ...Object(data), ...filled };
        const read = pressSchema.safeParse(sent);
        expect([name, read.success, read.data]).toEqual([name, true, sent]);
      }
    }
  });

  it('label every input and say what is missing from a required one', () => {
    const inputs = cards.flatMap(({ card }) => inputsIn(card));
    expect(inputs.length).toBeGreaterThan(10);
    expect(inputs.filter(({ label }) => typeof label !== 'string' || label === '')).toEqual([]);
    expect(inputs.filter(({ isRequired, errorMessage }) => isRequired === true && !errorMessage)).toEqual([]);
  });

  it('let no required input block a button that does not send it', () => {
    const blocked = cards
      .flatMap(({ card }) => actionsIn(card))
      .filter(
        ({ data, associatedInputs }) =>
          associatedInputs !== 'none' && pressSchema.safeParse(data).data?.do === 'command',
      );
    expect(blocked).toEqual([]);
  });
});

describe('cards for Teams', () => {
  it('show at most six buttons: the rest is a set of its own behind the dots', () => {
    for (const { name, card } of onTeams) {
      const sets = nodesIn(card).map(({ actions }) => (Array.isArray(actions) ? actions.length : 0));
      const shown = actionsIn(card).filter(({ mode }) => mode !== 'secondary');
      expect([name, Math.max(...sets) <= MOST_ACTIONS, shown.length <= MOST_ACTIONS]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });

  it('hide nothing behind the dots that there is room for', () => {
    const hiding = onTeams.filter(({ card }) => actionsIn(card).some(({ mode }) => mode === 'secondary'));
    expect(new Set(hiding.map(({ name }) => name.split(' ')[0]))).toEqual(
      new Set(['about', 'greeting', 'help', 'question', 'redrawn', 'result']),
    );
    expect(
      hiding.filter(({ card }) => actionsIn(card).filter(({ mode }) => !mode).length !== MOST_ACTIONS),
    ).toEqual([]);
  });

  it('draw a chart of Teams’ own as an extra, with the bar that all others draw in its place', () => {
    const charts = onTeams.flatMap(({ card }) => nodesIn(card).filter(isChart));
    expect(charts.length).toBeGreaterThan(5);
    for (const { title, fallback } of charts) {
      const [bar] = nodesIn(fallback);
      expect(bar?.type).toBe('ColumnSet');
      expect(nodesOfType(bar, 'TextBlock').map(({ text }) => text)).toEqual([title]);
    }
    expect(onCards.flatMap(({ card }) => nodesIn(card).filter(isChart))).toEqual([]);
  });

  it('are drawn with the bar by a screen that knows no charts', () => {
    const [drawn] = onTeams.filter(({ card }) => nodesIn(card).some(isChart));
    const { lang: _, ...card } = drawn?.card ?? {};
    const read = new AdaptiveCards.AdaptiveCard();
    read.parse(card, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
    const items = Array.from({ length: read.getItemCount() }, (_, index) => read.getItemAt(index));
    expect(items.filter(item => item instanceof AdaptiveCards.ColumnSet)).toHaveLength(1);
  });

  it('name their language', () => {
    for (const { name, card } of onTeams) expect(`${name} ${card.lang}`).toBe(`${name} ${name.slice(-2)}`);
  });

  it('stay well below the size limit', () => {
    const sizes = onTeams.map(({ card }) => Buffer.byteLength(JSON.stringify(card)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LARGEST_CARD);
  });
});

describe('cards for the page', () => {
  it('have no overflow menu, which Web Chat cannot draw', () => {
    expect(onCards.flatMap(({ card }) => actionsIn(card)).filter(({ mode }) => mode)).toEqual([]);
  });

  it('tell a screen reader the gist in a line', () => {
    for (const { card } of onCards) {
      expect(card.speak).toMatch(/\S/);
      expect(String(card.speak).length).toBeLessThan(250);
    }
  });
});

function cardsByName(screen: 'cards' | 'teams') {
  return everyRendering(screen).flatMap(({ name, activities }) =>
    cardsOf(activities).map(card => ({ name, card })),
  );
}

function complaintsOf(json: Json, screen: string): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    actions: { maxActions: 20 },
  });
  // The library's check of `lang` fails every second time, whatever the language.
  const { lang: _, ...rest } = json;
  card.parse(screen === 'teams' ? rest : json, context);
  const parsing = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  ).filter(message => !CHART_LEFT_OUT.test(message));
  return [...parsing, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}

/** What a screen says that does not know Teams' charts, and draws what stands in for them. */
const CHART_LEFT_OUT = /^Unknown element type "Chart\.\w+"\. Fallback will be used if present\.$/;

function isChart({ type }: Json): boolean {
  return String(type).startsWith('Chart.');
}

function isToggle({ type }: Json): boolean {
  return type === 'Action.ToggleVisibility';
}

function actionsIn(card: Json): Json[] {
  return nodesIn(card).filter(({ type }) => String(type).startsWith('Action.'));
}

function inputsIn(card: Json): Json[] {
  return [...nodesOfType(card, 'Input.Text'), ...nodesOfType(card, 'Input.ChoiceSet')];
}

function firstValue(choices: unknown): string {
  return Array.isArray(choices) ? choices[0].value : 'teksti';
}
