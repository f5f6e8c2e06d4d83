import type { Answers } from '../../answers.ts';
import { type CardStep, cardSteps, type Instrument } from '../../instrument.ts';
import type { Amount, Line } from '../../line.ts';
import type { Outcome } from '../../outcome.ts';
import { findInput, itemsIn, ownName, type Place } from '../../places.ts';
import type { Section } from '../../sections/section.ts';
import type { Given, Scoring } from '../port.ts';
import { scopeOf } from '../scope.ts';
import { inWords } from '../stairs/in-words.ts';
import { scoreStair } from '../stairs/score.ts';
import { adviceOf } from './advice.ts';
import { areaRows, heatOf, shareLine } from './area-sections.ts';
import { type AreaResult, assessArea, assessWorkbook, type WorkbookResult } from './assess-workbook.ts';
import { benefitOf } from './benefit.ts';
import { figureTexts } from './figure-texts.ts';
import { figuresOf } from './figures-of.ts';
import { GROUNDWORK, groundworkLine, groundworkOf } from './groundwork.ts';
import { type Shares, sharesOf } from './measures.ts';
import { differences, evidenceAnswers, evidenceCells } from './quick-check-evidence.ts';
import { serviceOf } from './service-of.ts';
import { shareSumsOf } from './services-counted.ts';
import {
  AREAS,
  NEEDED,
  SERVICES,
  type Workbook,
  workbookOf,
  workbookRulesSchema,
} from './workbook-instrument.ts';
import {
  answeredOf,
  benefitLine,
  headline,
  isProvisional,
  leftOut,
  measureLines,
  targetLines,
  usageRemarks,
} from './workbook-lines.ts';

/** Coverage, degree of digitalisation, usage rate and benefit by area, and the stair that they are evidence for. */
export const workbook: Scoring = {
  by: 'workbook',
  rules: workbookRulesSchema,
  check,
  texts: figureTexts,
  outcome,
  report: (instrument, { answers }) => assessWorkbook(workbookOf(instrument), answers),
  own: (instrument, answers, id) => {
    const book = workbookOf(instrument);
    const value = evidenceAnswers(book, assessWorkbook(book, answers))[id];
    return typeof value === 'number' ? value : undefined;
  },
  year: (instrument, answers) => figuresOf(assessWorkbook(workbookOf(instrument), answers)),
  covered: (instrument, answers) => {
    const begun = assessWorkbook(workbookOf(instrument), answers).areas.filter(
      ({ counts }) => counts.answered > 0,
    );
    const { answered, services } = countsOf(begun);
    return services === 0 ? undefined : answered / services;
  },
  interim: (instrument, answers, at) => {
    const area = areaAt(at);
    if (area === undefined) return [];
    const { result } = assessArea(workbookOf(instrument), area, answers);
    const figures: Section = {
      kind: 'figures',
      lines: [...measureLines(result), ...usageRemarks(result, [result])],
    };
    const first = groundwork(workbookOf(instrument), answers, result.id);
    return [figures, headline(result.evidence.stair), ...first, ...leftOut([result])];
  },
  growing: (instrument, answers, at) => {
    const area = areaAt(at);
    if (area === undefined) return undefined;
    return shareLine('growing', sharesIn(instrument, area, answers), { area: named(area) });
  },
  noted: (instrument, answers, { step, at, part }) => {
    if (asks(step, 'hourly-price')) return benefitAt(answers, at);
    if (asks(step, GROUNDWORK[0])) return groundworkAt(instrument, answers, at);
    const area = step.type === 'table' && part !== 'own' ? areaAt(at) : undefined;
    return area === undefined ? undefined : countsLine(area, sharesIn(instrument, area, answers));
  },
};

function check(instrument: Instrument) {
  const lists = [AREAS, SERVICES].filter(list => !(list in instrument.lists));
  const fields = NEEDED.filter(id => !findInput(instrument, id));
  return [
    ...lists.map(list => ({ path: `lists.${list}`, problem: 'the measures need this list' })),
    ...fields.map(id => ({
      path: `steps.${id}`,
      problem: 'the measures need this field, and no step asks it',
    })),
    ...(cardSteps(instrument).some(({ step }) => step.type === 'table' && step.list === SERVICES)
      ? []
      : [{ path: 'steps', problem: `the measures need a table of ${SERVICES}` }]),
  ];
}

/** Told at once where something of the first stair is missing; else the answers speak for themselves. */
function groundworkAt(instrument: Instrument, answers: Answers, at: readonly Place[]): Line | undefined {
  const area = areaAt(at);
  const found = groundworkOf(workbookOf(instrument), answers).find(one => one.area === area);
  return found && found.missing.length > 0 ? groundworkLine(found) : undefined;
}

function asks(step: CardStep, field: string): boolean {
  return step.type === 'form' && step.inputs.some(({ id }) => id === field);
}

function areaAt(at: readonly Place[]): string | undefined {
  return at.find(({ list }) => list === AREAS)?.item;
}

/** What the line after an answer tells of an area: all else of it is worked out where it is shown. */
function sharesIn(instrument: Instrument, area: string, answers: Answers): Shares {
  return sharesOf(shareSumsOf(workbookOf(instrument), area, answers));
}

function benefitAt(answers: Answers, at: readonly Place[]): Line | undefined {
  const [area, service] = itemsIn(at);
  if (area === undefined || service === undefined) return undefined;
  const name = ownName(answers, [area, service]);
  const named = { list: SERVICES, id: service, ...(name !== undefined && { name }) };
  return benefitLine(named, benefitOf(serviceOf(answers, area, service)));
}

function outcome(instrument: Instrument, given: Given): Outcome {
  const result = assessWorkbook(workbookOf(instrument), given.answers);
  const areas = result.areas.filter(({ counts }) => counts.answered > 0);
  return {
    dialog: instrument.id,
    version: instrument.version,
    sections: [
      { kind: 'title', line: titleLine(areas, result.areas.length) },
      ...howMuch(areas, result.areas.length),
      headline(result.stair),
      {
        kind: 'figures',
        lines: [...measureLines(result), ...usageRemarks(result, areas), ...targetLines(result.target)],
      },
      ...areaRows(areas),
      ...leftOut(areas),
      ...groundwork(workbookOf(instrument), given.answers),
      ...compare(instrument, result, given),
      ...(areas.length > 0
        ? [{ kind: 'actions', ids: adviceOf(workbookOf(instrument), result, given) } as const]
        : []),
      { kind: 'rules', line: { id: 'rules' } },
      // Last: where a page has no room for all, what to do goes before how it looks.
      ...heatOf(result, areas),
    ],
  };
}

/** What is not in place of the first stair, area by area. */
function groundwork(workbook: Workbook, answers: Answers, only?: string): Section[] {
  const lines = groundworkOf(workbook, answers)
    .filter(({ area, missing }) => missing.length > 0 && (only === undefined || only === area))
    .map(groundworkLine);
  return lines.length > 0 ? [{ kind: 'missing', lines }] : [];
}

/** Named after the whole only where every area is in. */
function titleLine(areas: readonly AreaResult[], all: number): Line {
  const [first, ...more] = areas;
  if (!first) return { id: 'title-nothing' };
  if (areas.length === all) return { id: 'title' };
  return more.length > 0 ? { id: 'title-areas' } : { id: 'title-area', amounts: { area: named(first.id) } };
}

/** How much of the municipality the figures speak of. */
function howMuch(areas: readonly AreaResult[], all: number): Section[] {
  const { answered, services } = countsOf(areas);
  const amounts = { answered: { number: answered }, services: { number: services } };
  return [
    ...(isProvisional({ answered, services })
      ? [{ kind: 'headline', line: { id: 'provisional', amounts } } as const]
      : []),
    ...(areas.length > 0 && areas.length < all
      ? [{ kind: 'rules', line: { id: 'scope', count: areas.length } } as const]
      : []),
  ];
}

function countsOf(areas: readonly AreaResult[]) {
  return {
    answered: areas.reduce((sum, { counts }) => sum + counts.answered, 0),
    services: areas.reduce((sum, { counts }) => sum + counts.services, 0),
  };
}

function named(id: string): Amount {
  return { items: [{ list: AREAS, id }] };
}

function countsLine(area: string, { counts }: Shares): Line {
  const { inUse, planned, none, outside } = counts;
  const states = {
    inUse: { number: inUse },
    planned: { number: planned },
    none: { number: none },
    outside: { number: outside },
  };
  return { id: 'states', amounts: { area: named(area), ...states, ...answeredOf(counts) } };
}

/** Where the quick check's own estimates and the evidence part ways. Nothing when none of the same was estimated. */
function compare(instrument: Instrument, result: WorkbookResult, { beside }: Given): Section[] {
  if (!beside) return [];
  const { instrument: other } = beside;
  const answers = inWords(other, beside.answers);
  const evidence = evidenceAnswers(workbookOf(instrument), result);
  if (!Object.keys(evidence).some(input => (answers[input] ?? 'unknown') !== 'unknown')) return [];
  const { id: dialog, version } = other;
  const scope = scopeOf(other, beside.answers);
  return [
    {
      kind: 'compare',
      dialog,
      version,
      ...(scope.length > 0 && { scope }),
      own: scoreStair(other, answers),
      withEvidence: scoreStair(
        other,
        { ...answers, ...evidence },
        evidenceCells(workbookOf(instrument), result),
      ),
      differences: differences(answers, evidence),
    },
  ];
}
