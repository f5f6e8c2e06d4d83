/** The page of many fields in words: what is asked of each row, what is answered, and what is only proposed. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { gridKeyOf } from '../../src/assessment/grid.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import type { RenderContext } from '../../src/presentation/context.ts';
import { gridView } from '../../src/presentation/grid-view.ts';
import { viewsOf } from '../../src/presentation/views-of.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { shipped } from '../support/content.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';

const workbook = shipped('workbook');
const KEY = 'education.statuses';

function view(answers: Answers = {}, locale: (typeof LOCALES)[number] = 'fi') {
  const drawn = gridView(voiceOf(locale, 'cards', renderContext), workbook, { answers, key: KEY });
  if (!drawn) throw new Error('the workbook has no such grid');
  return drawn;
}

describe('a grid', () => {
  it('asks of each row what the table and its details ask, the details where they are asked', () => {
    const { columns, rows, progress } = { ...view(), ...view().now };
    expect(columns.map(({ label }) => label)).toEqual(
      [
        'Tilanne',
        'Hakemus',
        'Vireillepano',
        'Asiankäsittely',
        'Päätöksenteko',
        'Laskutus',
        'Arkistointi',
      ].concat(['Valvonta', 'Käyttöaste prosentteina', 'Asioita vuodessa']),
    );
    expect(rows.every(({ opens }) => opens?.join() === 'inuse')).toBe(true);
    expect(progress).toEqual({ answered: 0, total: rows.length });
  });

  it('counts what has to be answered once details are asked; cases may stay empty', () => {
    const key = 'education.school-meals';
    const { progress, values } = view({ [`${key}.status`]: 'inuse', [`${key}.usage-rate`]: 81.5 }).now;
    expect(progress).toEqual({ answered: 2, total: view().rows.length + 8 });
    expect(values[`${key}.usage-rate`]).toEqual({ value: 81.5, text: '81,5' });
  });

  it('shows what is proposed as no answer', () => {
    const { rows, now } = view();
    const cells = rows.flatMap(row => row.cells).filter(({ proposed }) => proposed);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.every(({ key, proposed }) => now.values[key] === undefined && proposed?.label)).toBe(true);
  });

  it('has the rows that were added, under the names that they were given', () => {
    const own = { 'education.own-1.name': '<b>Kerhot</b>', 'education.own-1.status': 'planned' };
    expect(view(own).rows.at(-1)?.name).toContain('Kerhot');
  });

  it.each(LOCALES)('says how a row of one’s own is added, in the words of its card: %s', locale => {
    const { adding } = view({}, locale);
    const t = renderContext.translate(locale);
    expect(adding).toMatchObject({
      key: 'education.own-1.name',
      label: t('workbook:steps.statuses.own.name'),
      press: t('workbook:steps.statuses.own.submit'),
    });
    expect(view({ 'education.own-1.name': 'Kerhot' }, locale).adding?.key).toBe('education.own-2.name');
  });

  it('adds no row where there is room for no more', () => {
    const owns = Array.from({ length: 30 }, (_, index) => [
      `education.own-${index + 1}.name`,
      `Kerho ${index}`,
    ]);
    expect(view(Object.fromEntries(owns.slice(1))).adding?.key).toBe('education.own-1.name');
    expect(view(Object.fromEntries(owns)).adding).toBeUndefined();
  });

  it.each(LOCALES)('is whole in %s', locale => {
    expect(JSON.stringify(view({}, locale))).not.toMatch(/\b(bot|workbook|page):[a-z]|\{\{|undefined/);
  });
});

describe('the way to it', () => {
  const context: RenderContext = {
    ...renderContext,
    gridLink: (dialog, card) => `https://b/grid/${dialog}/${card}`,
  };
  const steps = ['education.statuses', 'education.school-meals.details', 'education.figures'];
  const links = (step: string, drawn: RenderContext) => {
    const started = { kind: 'press', press: { do: 'command', name: 'start', dialog: 'workbook' } } as const;
    const { session } = takeTurn({ context: shippedContext, session: newSession('fi'), now: 0 }, started);
    const press = { do: 'go', to: step, dialog: 'workbook' } as const;
    const { replies } = takeTurn({ context: shippedContext, session, now: 0 }, { kind: 'press', press });
    const blocks = replies.flatMap(reply =>
      viewsOf(reply, voiceOf('fi', 'cards', drawn)).flatMap(one => one.blocks),
    );
    return blocks.flatMap(block => (block.block === 'links' ? block.links.map(({ url }) => url) : []));
  };

  it.each(steps)('stands on %s, and only where the screen can open it', step => {
    expect(links(step, context)).toEqual([`https://b/grid/workbook/${KEY}?lang=fi`]);
    expect(links(step, renderContext)).toEqual([]);
  });

  it('is there for a table with details, and for no other instrument', () => {
    expect(gridKeyOf(workbook, [{ list: 'areas', item: 'education' }])).toBe(KEY);
    const others = shippedContext.offered.filter(id => id !== 'workbook').map(id => shipped(id));
    const found = others.flatMap(one =>
      Object.entries(one.lists).flatMap(([list, { items }]) =>
        Array.isArray(items) ? items.flatMap(({ id }) => gridKeyOf(one, [{ list, item: id }]) ?? []) : [],
      ),
    );
    expect(found).toEqual([]);
  });
});
