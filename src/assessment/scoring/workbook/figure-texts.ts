/** The texts that the workbook's lines can need. */
import { BENEFIT_INPUTS } from './benefit.ts';
import { LEFT_OUT } from './workbook-lines.ts';

const PLURAL = ['scope', 'saving', ...Object.keys(LEFT_OUT).map(id => `left-out-${id}`)];
/** Of some services, or of so few that they are provisional. */
const SO_FAR = ['coverage', 'growing', 'area-figures'].flatMap(id => [`${id}-some`, `${id}-provisional`]);
const SINGLE = [
  ...SO_FAR,
  'title',
  'title-area',
  'title-areas',
  'title-nothing',
  'provisional',
  'benefit',
  'benefit-open',
  'compare-title',
  'compare-differ',
  'compare-difference',
  'compare-same',
  'compare-stairs',
  'rules',
  'areas',
  'area-figures',
  'growing',
  'counts',
  'states',
  'stair-nothing',
  'stair-exact-1',
  'stair-exact-2',
  'stair-exact-3',
  'stair-at-most',
  'stair-between',
  'coverage',
  'degree',
  'usage-cases',
  'usage-plain',
  'usage-none',
  'usage-mean',
  'usage-weakest',
  'usage-messages',
  'first-cases',
  'first-plain',
  'saving-planned',
  'payback',
  'payback-never',
  'payback-at-once',
  'target-services',
  'target-savings',
  'left-out-benefit',
  'groundwork-missing',
];

/** Every text that these lines can need, as keys of the instrument's file. */
export function figureTexts(): string[] {
  const lines = [...SINGLE, ...PLURAL.flatMap(id => [`${id}_one`, `${id}_other`])].map(id => `outcome.${id}`);
  return [...lines, ...BENEFIT_INPUTS.map(input => `benefit-inputs.${input}`)];
}
