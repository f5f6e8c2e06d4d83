import { cardSteps, type Instrument } from '../../instrument.ts';
import { insteadOf } from '../../shape/instead-of.ts';
import type { RuleProblem } from '../port.ts';
import { highestIn, highestLevel, type Ladder, ladderIn, levelsRules } from './levels-rules.ts';

/** Whether levels can be told as written: there is one ladder, and all climb it equally high. */
export function checkLevels(instrument: Instrument): readonly RuleProblem[] {
  const ladder = ladderIn(instrument);
  return ladder
    ? [...checkOthers(instrument, ladder), ...checkHeights(instrument, ladder)]
    : [noLadder(instrument)];
}

function noLadder(instrument: Instrument): RuleProblem {
  const { axes, units } = levelsRules(instrument);
  if (!(axes in instrument.lists))
    return {
      path: 'scoring.axes',
      problem: `there is no list ${axes}${insteadOf(axes, Object.keys(instrument.lists))}`,
    };
  const around = units === undefined ? axes : `${axes}, itself inside an each over ${units}`;
  return {
    path: 'scoring.axes',
    problem: `no ladder stands inside an each over ${around}: put a step of the type climb there`,
  };
}

/** A second ladder would be asked, and come to nothing. */
function checkOthers(instrument: Instrument, ladder: Ladder): RuleProblem[] {
  const others = cardSteps(instrument).filter(({ step }) => step.type === 'climb' && step !== ladder);
  return others.map(({ step }) => ({
    path: `steps.${step.id}`,
    problem: `levels are counted by the ladder ${ladder.id} alone: list these statements in ${ladder.list}, each under what it is about, or ask them in a table`,
  }));
}

/** All stand on one scale: whoever meets a ladder of three levels beside one of five would read "3/5", and be called weakest. */
function checkHeights(instrument: Instrument, { list: id }: Ladder): RuleProblem[] {
  const list = instrument.lists[id];
  if (!list || !('of' in list)) return [];
  const highest = highestLevel(instrument);
  return Object.entries(list.items)
    .filter(([, items]) => highestIn(items) < highest)
    .map(([item, items]) => ({
      path: `lists.${id}.items.${item}`,
      problem: `ends at level ${highestIn(items)}, and others at ${highest}: give its highest statements level ${highest}, levels between can be left out`,
    }));
}
