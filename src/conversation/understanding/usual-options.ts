import type { Asked } from './understanding.ts';

/** The order options are usually shown in, for when nobody says otherwise. */
export const USUAL_OPTIONS: Partial<Record<Asked, readonly string[]>> = {
  yesno: ['yes', 'partly', 'no', 'unknown', 'na'],
  phase: ['manual', 'partial', 'full', 'na', 'unknown'],
  status: ['none', 'planned', 'inuse'],
};
