import { isOut } from '../assessment/answers.ts';
import { cardSteps, type Instrument, inputsOf, type Step } from '../assessment/instrument.ts';
import { allItems } from '../assessment/list.ts';
import { NAME } from '../assessment/names-in.ts';
import { repeated } from '../assessment/repeated.ts';
import { checkRules } from '../assessment/scoring/scoring.ts';
import { WAYS } from '../conversation/press.ts';
import { checkCollects } from './check-collects.ts';
import { checkCompares } from './check-compares.ts';
import { checkLists } from './check-lists.ts';
import { checkMoved } from './check-moved.ts';
import { checkSteps } from './check-steps.ts';
import type { Found, Problem } from './problem.ts';
import type { InstrumentFile } from './read-dialogs.ts';

/** Everything in one instrument that the schema cannot see: ids that point nowhere, steps nobody reaches. */
export function checkInstrument({ file, instrument }: InstrumentFile): Problem[] {
  const shape: Found[] = [
    ...checkHeader(instrument),
    ...checkScales(instrument),
    ...checkIds(instrument),
    ...checkLists(instrument),
    ...checkSteps(instrument, instrument.steps, []),
    ...checkMoved(instrument),
    ...checkCollects(instrument),
    ...checkCompares(instrument),
  ];
  // The rules are looked at once what they speak of is sound.
  const found = shape.length > 0 ? shape : checkRules(instrument);
  return found.map(one => ({ file, ...one }));
}

function checkHeader({ minutes, source, steps }: Instrument): Found[] {
  const unsourced = source
    ? []
    : cardSteps({ steps }).flatMap(({ step }) =>
        inputsOf(step).flatMap(input => (input.source === undefined ? [input.id] : [])),
      );
  return [
    ...(minutes && minutes.min > minutes.max ? [{ path: 'minutes', problem: 'min is larger than max' }] : []),
    ...unsourced.map(id => ({
      path: `steps.${id}`,
      problem: 'name its source, or the source of the whole instrument at the top',
    })),
  ];
}

function checkScales({ scales, steps }: Instrument): Found[] {
  const used = new Set(
    cardSteps({ steps })
      .flatMap(({ step }) => inputsOf(step))
      .flatMap(input => ('scale' in input ? input.scale : [])),
  );
  return Object.entries(scales).flatMap(([id, { options }]) => {
    const path = `scales.${id}`;
    const outs = Object.keys(options).filter(isOut);
    return [
      ...outs.map(out => ({ path: `${path}.${out}`, problem: 'every scale has this option already' })),
      ...(Object.keys(options).length === 0 ? [{ path, problem: 'has no options' }] : []),
      ...(used.has(id) ? [] : [{ path, problem: 'no question uses this scale' }]),
    ];
  });
}

/** Whether every id stands for one thing: until then nobody can tell which texts are wanted and which are not. */
export function hasClearIds(instrument: Instrument): boolean {
  return checkIds(instrument).length === 0;
}

/** Steps, fields and items share one space: they are text keys, and answers are kept under them. */
function checkIds({ steps, lists }: Instrument): Found[] {
  const ids = stepIds(steps);
  const listed = Object.entries(lists).flatMap(([list, of]) =>
    allItems(of).map(({ item }) => ({ id: item.id, path: `lists.${list}.${item.id}` })),
  );
  const twice = repeated(listed.map(({ id }) => id));
  return [
    ...repeated(ids).map(id => ({ path: `steps.${id}`, problem: 'this id is used more than once' })),
    // In the list that has it last: the one before may stand in another list.
    ...twice.flatMap(id => ({
      path: listed.findLast(one => one.id === id)?.path ?? 'lists',
      problem: `this id is used more than once${alsoIn(listed.filter(one => one.id === id))}`,
    })),
    ...listed
      .filter(({ id }) => ids.includes(id))
      .map(({ path }) => ({ path, problem: 'a step or a question has this id as well' })),
    ...ids
      .filter(id => id === NAME)
      .map(id => ({ path: `steps.${id}`, problem: `${NAME} is kept for items people add` })),
    ...ids
      .filter(id => KEPT_IDS.includes(id))
      .map(id => ({ path: `steps.${id}`, problem: `buttons send ${id} themselves: choose another id` })),
  ];
}

/** The first place, where it is another one. */
function alsoIn(same: readonly { readonly path: string }[]): string {
  const [first, last] = [same[0]?.path, same.at(-1)?.path];
  return first === last ? '' : `, first as ${first}`;
}

/** What stands beside the fields of a card that is sent in, and where a button leads that leads to no card. */
const KEPT_IDS: readonly string[] = ['do', 'step', 'nonce', 'onward', 'fill', ...WAYS];

function stepIds(steps: readonly Step[]): string[] {
  return steps.flatMap(step => {
    if (step.type === 'each') return [step.id, ...stepIds(step.steps)];
    const inputs = inputsOf(step).map(({ id }) => id);
    return inputsOf(step).some(input => input === step) ? inputs : [step.id, ...inputs];
  });
}
