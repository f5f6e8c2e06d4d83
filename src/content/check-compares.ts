import { type Instrument, optionsOf } from '../assessment/instrument.ts';
import { findInput } from '../assessment/places.ts';
import type { Found } from './problem.ts';

/** Whether what says that a result is of the whole municipality, and of which group, can be read. */
export function checkCompares(instrument: Instrument): Found[] {
  const { compares, lists } = instrument;
  if (!compares) return [];
  const { by, whole, unit } = compares;
  const items = Object.values(lists).flatMap(list => ('of' in list ? [] : list.items.map(({ id }) => id)));
  return [
    ...(findInput(instrument, by)?.type === 'register'
      ? []
      : [
          { path: 'compares.by', problem: 'name a field that asks a register: the group is looked up by it' },
        ]),
    ...Object.entries(whole).flatMap(([field, option]) => {
      const input = findInput(instrument, field);
      return input && optionsOf(instrument, input).includes(option)
        ? []
        : [{ path: `compares.whole.${field}`, problem: `${field} is never answered with ${option}` }];
    }),
    ...(unit === undefined || items.includes(unit)
      ? []
      : [{ path: 'compares.unit', problem: `no list has the item ${unit}` }]),
  ];
}
