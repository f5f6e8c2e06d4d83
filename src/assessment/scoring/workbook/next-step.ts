/** Where a service goes from where it is today: one step, the one that the stairs ask for first. */
import type { ServiceMeasures } from './service-measures.ts';
import type { ServiceAnswer } from './service-of.ts';
import type { Phase, Workbook } from './workbook-instrument.ts';

export type NextStep =
  /** Nobody has said yet what is done about it. */
  | { readonly step: 'answer' }
  /** Neither in use nor planned: to be decided. */
  | { readonly step: 'decide' }
  /** Planned: to be taken into use. */
  | { readonly step: 'adopt' }
  /** In use: the phase that is least digital, the earliest of equals. */
  | { readonly step: 'digitalise'; readonly phase: Phase }
  /** In use, and too few use it. */
  | { readonly step: 'spread' }
  /** In use with nothing left to do that is known. */
  | { readonly step: 'done' }
  | { readonly step: 'outside' };

export function nextStep(
  { scoring }: Workbook,
  answer: ServiceAnswer | undefined,
  { developFirst }: Pick<ServiceMeasures, 'developFirst'>,
): NextStep {
  switch (answer?.status) {
    case undefined:
      return { step: 'answer' };
    case 'outside':
      return { step: 'outside' };
    case 'none':
      return { step: 'decide' };
    case 'planned':
      return { step: 'adopt' };
    case 'inuse':
      if (developFirst) return { step: 'digitalise', phase: developFirst };
      return typeof answer.usageRate === 'number' && answer.usageRate <= scoring.usageAbove
        ? { step: 'spread' }
        : { step: 'done' };
  }
}
