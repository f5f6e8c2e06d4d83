/** The keys of the texts that the chain's lines and sections need. */
import { BENEFIT_INPUTS } from '../workbook/benefit.ts';

/** How many lines say what to do next, for each verdict. */
export const STEPS_ON = [1, 2, 3];

const COLOURS = ['green', 'yellow', 'red', 'none'];
const TOLD = ['yes', 'partly', 'no', 'unknown'];

/** The texts that an outcome can need whatever the rules are. */
export function lineTexts(): string[] {
  return [
    ...['title', 'title-several', 'title-nothing', 'rules'],
    ...[
      'reasons',
      'reason-unknown',
      'steps-on',
      'chain',
      'chain-empty',
      'weak',
      'weak-none',
      'exit',
      'exit-open',
    ],
    ...['reached-yes', 'reached-partly', 'reached-no', 'followed', 'lesson', 'lesson-missing'],
    ...['benefit', 'benefit-cost', 'benefit-open', 'payback', 'payback-never'],
    ...['noted-measures', 'noted-actuals', 'noted-exit', 'noted-verdict', 'noted-no-benefit'],
    ...['list', 'state', 'state-left', 'themes', 'theme', 'theme-open'],
    ...COLOURS.flatMap(colour => [`light-${colour}`, `light-name-${colour}`]),
    ...['achieved', 'kept', 'spread'].flatMap(id => TOLD.map(told => `${id}-${told}`)),
  ].map(id => `outcome.${id}`);
}

/** What the calculator lacks, in words. */
export function benefitTexts(): string[] {
  return BENEFIT_INPUTS.map(input => `benefit-inputs.${input}`);
}

/** The texts of a verdict. */
export function verdictTexts(id: string): string[] {
  const steps = STEPS_ON.map(number => `step-${id}-${number}`);
  return [`verdict-${id}`, `verdict-name-${id}`, ...steps].map(one => `outcome.${one}`);
}
