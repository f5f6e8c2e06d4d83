import type { Answers } from '../../answers.ts';
import { memoBelow } from '../../memo-below.ts';
import { itemsOf, ownName } from '../../places.ts';
import { degreeOf, measureService, type ServiceMeasures } from './service-measures.ts';
import { serviceOf } from './service-of.ts';
import { addSums, SHARE_SUMS, type ShareSums, type Tally, tallyService, tallyShares } from './tally.ts';
import { AREAS, SERVICES, type Workbook } from './workbook-instrument.ts';

export interface ServiceResult extends ServiceMeasures {
  readonly id: string;
  /** The name of a service the municipality added. */
  readonly name?: string;
}

/** What one service adds to its area's figures. */
export interface CountedService {
  readonly result: ServiceResult;
  readonly tally: Tally;
  /** Its cases are messages. */
  readonly cases?: 'messages' | undefined;
}

/** The services of an area, of which only those are counted again that something was said of since. */
export function servicesCounted(workbook: Workbook, area: string, answers: Answers): CountedService[] {
  return servicesIn(workbook, area, answers).map(({ id, cases }) => {
    const work = () => countService(workbook, answers, { area, id, cases });
    return counted(workbook, answers, { path: `${area}.${id}`, work });
  });
}

/** What the services of an area add up to for its shares: told after each answer, so that nothing else is counted. */
export function shareSumsOf(workbook: Workbook, area: string, answers: Answers): ShareSums {
  const sums = servicesIn(workbook, area, answers).map(({ id, cases }) => {
    const work = () => {
      const answer = serviceOf(answers, area, id);
      return tallyShares(answer, degreeOf(workbook, answer), cases);
    };
    return shared(workbook, answers, { path: `${area}.${id}`, work });
  });
  return addSums(sums, SHARE_SUMS);
}

function servicesIn({ instrument }: Workbook, area: string, answers: Answers) {
  return itemsOf(instrument, SERVICES, { at: [{ list: AREAS, item: area }], answers });
}

const shared = memoBelow<Workbook, ShareSums>();

const counted = memoBelow<Workbook, CountedService>();

interface Counting extends Pick<CountedService, 'cases'> {
  readonly area: string;
  readonly id: string;
}

function countService(workbook: Workbook, answers: Answers, { area, id, cases }: Counting): CountedService {
  const answer = serviceOf(answers, area, id);
  const measures = measureService(workbook, answer);
  const name = ownName(answers, [area, id]);
  return {
    result: { id, ...measures, ...(name !== undefined && { name }) },
    tally: tallyService(answer, measures, cases),
    cases,
  };
}
