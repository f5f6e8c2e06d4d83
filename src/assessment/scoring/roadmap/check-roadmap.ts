import type { Instrument } from '../../instrument.ts';
import { findInput } from '../../places.ts';
import { insteadOf } from '../../shape/instead-of.ts';
import type { RuleProblem } from '../port.ts';
import { NEEDED, plainItems, roadmapRules } from './roadmap-rules.ts';

/** Whether the rules name lists, items and questions that there are, and say how high each goal can rise. */
export function checkRoadmap(instrument: Instrument): readonly RuleProblem[] {
  const { goals, measures, stair, highest, spearheads, units } = roadmapRules(instrument);
  const ids = plainItems(instrument, goals).map(({ id }) => id);
  const lists = [goals, measures, ...(units ? [units.list] : [])].filter(list => !(list in instrument.lists));
  const moved = plainItems(instrument, measures).flatMap(({ id, moves = {}, after = [] }) => [
    ...Object.keys(moves)
      .filter(goal => !ids.includes(goal))
      .map(goal => ({ path: `lists.${measures}.${id}.moves`, problem: `${goals} has no item ${goal}` })),
    ...after
      .filter(one => !plainItems(instrument, measures).some(other => other.id === one))
      .map(one => ({ path: `lists.${measures}.${id}.after`, problem: `${measures} has no item ${one}` })),
  ]);
  return [
    ...lists.map(list => ({
      path: 'scoring',
      problem: `there is no list ${list}${insteadOf(list, Object.keys(instrument.lists))}`,
    })),
    ...[...Object.keys(highest), stair]
      .filter(id => !ids.includes(id))
      .map(id => ({ path: 'scoring.highest', problem: `${goals} has no item ${id}` })),
    ...ids
      .filter(id => highest[id] === undefined)
      .map(id => ({ path: 'scoring.highest', problem: `say how high ${id} can rise` })),
    ...[...NEEDED, ...Object.values(spearheads), ...(units ? [units.now, units.target, units.year] : [])]
      .filter(id => !findInput(instrument, id))
      .map(id => ({ path: `steps.${id}`, problem: 'the roadmap needs this field, and no step asks it' })),
    ...moved,
  ];
}
