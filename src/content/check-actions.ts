import { repeated } from '../assessment/repeated.ts';
import { stairsOf } from '../assessment/scoring/stairs/rules.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import type { Found, Problem } from './problem.ts';
import { ACTIONS_FILE, type ActionCatalogue, type InstrumentFile } from './read-dialogs.ts';

/** With one action only, a condition that holds the stair down would leave nothing to choose from. */
const FEWEST_ACTIONS = 2;

/** Whether the actions fit the instruments in force: every id exists and every condition is served. */
export function checkActions(
  { actions }: ActionCatalogue,
  instruments: readonly InstrumentFile[],
): Problem[] {
  const current = instruments.filter(({ state }) => state === 'current');
  const dialogs = current.map(({ instrument }) => instrument.id);
  const stairs = current
    .flatMap(({ instrument }) =>
      stairsOf(instrument).map(({ conditions }, index) => ({ stair: index + 1, conditions })),
    )
    .flatMap(({ stair, conditions }) => conditions.map(({ id }) => ({ stair, id })));
  const found: Found[] = [
    ...repeated(actions.map(({ id }) => id)).map(id => ({
      path: `actions.${id}`,
      problem: 'this id is used more than once',
    })),
    ...actions.flatMap(action => checkAction(action, stairs)),
    ...checkCover(actions, stairs),
    ...actions.flatMap(action => checkOpens(action, dialogs)),
  ];
  return found.map(one => ({ file: ACTIONS_FILE, ...one }));
}

type Catalogued = ActionCatalogue['actions'][number];
type Conditions = readonly { stair: number; id: string }[];

function checkAction(action: Catalogued, conditions: Conditions): Found[] {
  const { id, stair, fits, serves, finds } = action;
  const path = `actions.${id}.serves`;
  const known = conditions.map(condition => condition.id);
  const found = [...serves, ...finds]
    .filter(served => !known.includes(served))
    .map(served => ({ path, problem: `there is no condition ${served}${insteadOf(served, known)}` }));
  const ofStair = conditions.filter(condition => condition.stair === stair);
  if (stair !== undefined && !ofStair.some(condition => serves.includes(condition.id))) {
    found.push({ path, problem: `serves no condition of stair ${stair}` });
  }
  if ((stair === undefined) === (fits === undefined)) {
    found.push({ path: `actions.${id}`, problem: 'names either its stair or what it fits' });
  }
  return [
    ...found,
    ...repeated(serves).map(served => ({ path, problem: `${served} is named more than once` })),
  ];
}

function checkOpens({ id, opens }: Catalogued, dialogs: readonly string[]): Found[] {
  if (opens === undefined || dialogs.includes(opens)) return [];
  return [
    { path: `actions.${id}.opens`, problem: `there is no dialog ${opens}${insteadOf(opens, dialogs)}` },
  ];
}

function checkCover(actions: readonly Catalogued[], conditions: Conditions): Found[] {
  const servers = (id: string) => actions.filter(({ serves }) => serves.includes(id)).length;
  const bare = conditions.filter(({ id }) => servers(id) < FEWEST_ACTIONS);
  return bare.map(({ id }) => ({
    path: 'actions',
    problem: `fewer than ${FEWEST_ACTIONS} actions serve ${id}`,
  }));
}
