/** What a result of the workbook is called: by what has been gone through, not by what there is. */
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/assessment/answers.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { answersInFile } from '../assessment/scoring/workbook/workbook-answers.ts';
import { content } from '../support/content.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { textOf } from './rendering.ts';

const { areas: AREAS } = workbookOf(workbook);
const IDS = AREAS.map(({ id }) => id);
const [FIRST = ''] = IDS;

/** The whole result after so many services of each of these areas are in use. */
function wholeOf(areas: readonly string[], answered = Number.POSITIVE_INFINITY): Reply {
  const filled = AREAS.filter(({ id }) => areas.includes(id)).map(({ id, services }) => [
    id,
    {
      services: Object.fromEntries(
        services.slice(0, answered).map(one => [one.id, { status: 'inuse' as const }]),
      ),
    },
  ]);
  const entries = entriesOf(answersInFile({ areas: Object.fromEntries(filled) }));
  const file = { kind: 'file', dialog: 'workbook', entries } as const;
  const { session } = takeTurn({ context: realContext, session: newSession('fi'), now: 0 }, file);
  const show = { kind: 'press', press: { do: 'go', to: 'result' } } as const;
  const whole = takeTurn({ context: realContext, session, now: 0 }, show).replies.find(
    ({ kind }) => kind === 'result',
  );
  if (!whole) throw new Error('the whole was not shown');
  return whole;
}

const WHOLE = { fi: /koko kunta/i, sv: /hela kommunen/i, en: /whole municipality/i } as const;
const headingOf = (reply: Reply, locale: 'fi' | 'sv' | 'en') => textOf(reply, { locale }).split('\n')[0];

describe.each(['fi', 'sv', 'en'] as const)('in %s', locale => {
  it.each(IDS)('a result of %s alone is headed by its name', area => {
    const heading = headingOf(wholeOf([area]), locale);
    expect(heading).toContain(content.translate(locale)(`workbook:areas.${area}.name`));
    expect(heading).not.toMatch(WHOLE[locale]);
  });

  it.each([2, 3, 4, 5])('a result of %i areas is not headed by the whole municipality', count => {
    expect(headingOf(wholeOf(IDS.slice(0, count)), locale)).not.toMatch(WHOLE[locale]);
  });

  it('a result of nothing is not either', () => {
    expect(headingOf(wholeOf([]), locale)).not.toMatch(WHOLE[locale]);
  });

  it('a result of all areas is', () => {
    expect(headingOf(wholeOf(IDS), locale)).toMatch(WHOLE[locale]);
  });
});

describe('how much the figures speak of', () => {
  it('is told while areas are missing', () => {
    expect(textOf(wholeOf([FIRST]))).toContain('Mukana on vasta yksi alue kuudesta');
    expect(textOf(wholeOf(IDS.slice(0, 5)))).toContain('Mukana on vasta 5 aluetta kuudesta');
    expect(textOf(wholeOf(IDS))).not.toContain('Mukana on vasta');
  });

  it('is called provisional below half of the services of its areas', () => {
    const services = AREAS[0]?.services.length ?? 0;
    expect(textOf(wholeOf([FIRST], 1))).toContain(
      `Tulos on alustava, koska alle puolet palveluista on käyty läpi (1/${services}).`,
    );
    expect(textOf(wholeOf(IDS, 1))).toContain('Tulos on alustava');
    expect(textOf(wholeOf([FIRST], Math.ceil(services / 2)))).not.toContain('alustava,');
    expect(textOf(wholeOf(IDS))).not.toContain('alustava,');
  });
});
