/** The shipped workbook: stair 1 is asked of an area before its services, and the result says what to do next. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import type { Outcome } from '../../src/assessment/outcome.ts';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { PHASES, workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { drawText } from '../../src/presentation/text/draw-text.ts';
import { viewsOf } from '../../src/presentation/views-of.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { content, shipped } from '../support/content.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

const instrument = shipped('workbook');
const AREA = 'wellbeing';
const services = workbookOf(instrument).areas.find(({ id }) => id === AREA)?.services ?? [];

const IN_PLACE = {
  [`${AREA}.work-begun`]: 'yes',
  [`${AREA}.area-leadership`]: 'yes',
  [`${AREA}.area-resources`]: 'yes',
};

/** Every service of the area with the same answers. */
function all(said: Answers): Answers {
  return Object.fromEntries(
    services.flatMap(({ id }) =>
      Object.entries(said).map(([field, value]) => [`${AREA}.${id}.${field}`, value]),
    ),
  );
}

const FULL = Object.fromEntries(PHASES.map(phase => [phase, 'full']));

function outcomeOf(answers: Answers): Outcome {
  const given = { answers: { areas: [AREA], ...answers }, actions: content.actions };
  return scoringOf(instrument).outcome(instrument, given);
}

function actionsFor(answers: Answers): readonly string[] {
  return sectionOf(outcomeOf(answers), 'actions')?.ids ?? [];
}

/** The conditions that an action serves. */
function servedBy(ids: readonly string[]): string[] {
  return ids.flatMap(id => content.actions.find(action => action.id === id)?.serves ?? []);
}

describe('the actions of a workbook', () => {
  it('begin with stair 1 where an area lacks its groundwork', () => {
    const actions = actionsFor({
      ...IN_PLACE,
      [`${AREA}.area-leadership`]: 'no',
      ...all({ status: 'planned' }),
    });
    expect(servedBy(actions)).toContain('leadership');
    expect(servedBy(actions)).not.toContain('usage-rate');
  });

  it('go on with adoption and use, and do not propose the workbook that is being filled in', () => {
    const few = {
      ...all({ status: 'none' }),
      [`${AREA}.${services[0]?.id}.status`]: 'inuse',
      'target-services': 40,
    };
    const actions = actionsFor({ ...IN_PLACE, ...few });
    expect(servedBy(actions)).toContain('market-services');
    expect(actions).not.toContain('fill-workbook');
  });

  it('go on with the phases that are not full once services are in use and used', () => {
    const used = all({ status: 'inuse', 'usage-rate': 90, ...FULL, archiving: 'manual' });
    const actions = actionsFor({ ...IN_PLACE, ...used, 'target-services': 1 });
    expect(servedBy(actions)).toContain('phase-archiving');
    expect(servedBy(actions)).not.toContain('market-services');
  });

  it('are there with every result that has figures, and with none that has not', () => {
    expect(
      actionsFor({
        ...IN_PLACE,
        ...all({ status: 'inuse', 'usage-rate': 90, ...FULL }),
        'target-services': 1,
      }).length,
    ).toBeGreaterThan(0);
    expect(sectionOf(outcomeOf({}), 'actions')).toBeUndefined();
  });
});

describe('the groundwork of an area', () => {
  const groundworkIn = (answers: Answers) =>
    outcomeOf(answers).sections.flatMap(section =>
      section.kind === 'missing' ? section.lines.filter(({ id }) => id === 'groundwork-missing') : [],
    );

  it('is told in the result where a part of it is missing, and named', () => {
    const answers = { ...IN_PLACE, [`${AREA}.area-resources`]: 'partly', ...all({ status: 'planned' }) };
    expect(groundworkIn(answers)).toEqual([
      {
        id: 'groundwork-missing',
        amounts: {
          area: { items: [{ list: 'areas', id: AREA }] },
          missing: { terms: ['inputs.area-resources.short'] },
        },
      },
    ]);
    expect(groundworkIn({ ...IN_PLACE, ...all({ status: 'planned' }) })).toEqual([]);
    expect(groundworkIn(all({ status: 'planned' }))).toEqual([]);
  });

  const asked = () =>
    play(shippedContext, [
      ['[open workbook]', 'areas?'],
      [`[form areas=${AREA}]`, `noted areas ${AREA} | groundwork groundwork`],
    ]).session;
  const typed = (texts: readonly string[]) =>
    texts.reduce(
      (session, text) =>
        takeTurn({ context: shippedContext, session, now: 1 }, { kind: 'text', text }).session,
      asked(),
    );

  it.each([
    [['kaikki kunnossa'], ['yes', 'yes', 'yes']],
    [['kaikki kyllä'], ['yes', 'yes', 'yes']],
    [
      ['kyllä', 'osittain', 'ei'],
      ['yes', 'partly', 'no'],
    ],
    [
      ['kyllä', 'en tiedä', 'kyllä'],
      ['yes', 'unknown', 'yes'],
    ],
  ])('is asked before the services, and answered in words: %j', (texts, said) => {
    const session = typed(texts);
    expect(session.runs.workbook?.answers).toEqual({
      areas: [AREA],
      [`${AREA}.work-begun`]: said[0],
      [`${AREA}.area-leadership`]: said[1],
      [`${AREA}.area-resources`]: said[2],
    });
    expect(session.pending).toMatchObject({ step: `${AREA}.statuses.1` });
  });

  it('is passed over without a word by who wants to', () => {
    expect(typed(['ohita']).pending).toMatchObject({ step: `${AREA}.statuses.1` });
  });
});

describe('what is proposed', () => {
  const shown = (screen: 'cards' | 'text') => {
    const { replies } = play(shippedContext, [
      ['[open workbook]', 'areas?'],
      ['[form areas=work]', 'noted areas work | groundwork groundwork'],
      ['[#skip]', 'noted skipped groundwork | services work 0'],
    ]);
    const voice = voiceOf('fi', screen, renderContext);
    return replies.flatMap(reply => viewsOf(reply, voice));
  };

  it('stands on the card of a nationwide service, which is marked, to be sent or changed', () => {
    const form = shown('cards')
      .flatMap(({ blocks }) => blocks)
      .find(({ block }) => block === 'form');
    const inputs = form?.block === 'form' ? form.inputs : [];
    const row = inputs.find(({ id }) => id === 'job-matching.status');
    expect(row).toMatchObject({ value: 'inuse', label: expect.stringContaining('(valtakunnallinen)') });
    expect(row?.label).toContain(content.translate('fi')('workbook:services.job-matching.about'));
    expect(inputs.find(({ id }) => id === 'integration.status')).not.toHaveProperty('value');
  });

  it('is not told as an answer where no card is drawn', () => {
    const text = shown('text').map(drawText).join('\n');
    expect(text).toContain('Työpaikat ja työnvälitys (valtakunnallinen)');
    expect(text).not.toMatch(/työnvälitys.*: käytössä/);
  });
});
