import type { Answers } from '../../answers.ts';
import { type CardStep, cardSteps, type Instrument } from '../../instrument.ts';
import type { Line } from '../../line.ts';
import { findInput, itemsIn, ownName, type Place } from '../../places.ts';
import type { Section } from '../../sections/section.ts';
import type { Scoring } from '../port.ts';
import { shareLine } from './area-sections.ts';
import { assessArea, assessWorkbook } from './assess-workbook.ts';
import { benefitOf } from './benefit.ts';
import { figureTexts } from './figure-texts.ts';
import { figuresOf } from './figures-of.ts';
import { GROUNDWORK, groundworkLine, groundworkOf, groundworkSections } from './groundwork.ts';
import { type Shares, sharesOf } from './measures.ts';
import { evidenceAnswers } from './quick-check-evidence.ts';
import { serviceOf } from './service-of.ts';
import { shareSumsOf } from './services-counted.ts';
import { AREAS, NEEDED, SERVICES, workbookOf, workbookRulesSchema } from './workbook-instrument.ts';
import {
  answeredOf,
  areaAmount,
  benefitLine,
  countsOf,
  headline,
  leftOut,
  measureLines,
  usageRemarks,
} from './workbook-lines.ts';
import { workbookOutcome } from './workbook-outcome.ts';

/** Coverage, degree of digitalisation, usage rate and benefit by area, and the stair that they are evidence for. */
export const workbook: Scoring = {
  by: 'workbook',
  rules: workbookRulesSchema,
  check,
  texts: figureTexts,
  outcome: workbookOutcome,
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
    const first = groundworkSections(workbookOf(instrument), answers, result.id);
    return [figures, headline(result.evidence.stair), ...first, ...leftOut([result])];
  },
  growing: (instrument, answers, at) => {
    const area = areaAt(at);
    if (area === undefined) return undefined;
    return shareLine('growing', sharesIn(instrument, area, answers), { area: areaAmount(area) });
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

function countsLine(area: string, { counts }: Shares): Line {
  const { inUse, planned, none, outside } = counts;
  const states = {
    inUse: { number: inUse },
    planned: { number: planned },
    none: { number: none },
    outside: { number: outside },
  };
  return { id: 'states', amounts: { area: areaAmount(area), ...states, ...answeredOf(counts) } };
}
