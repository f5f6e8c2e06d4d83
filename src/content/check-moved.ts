import type { Instrument } from '../assessment/instrument.ts';
import { cardSteps, inputsOf, optionsOf, outsOf } from '../assessment/instrument.ts';
import { allItems } from '../assessment/list.ts';
import type { Change } from '../assessment/moved.ts';
import { findInput } from '../assessment/places.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import { isNewer } from '../assessment/version.ts';
import type { Found } from './problem.ts';

/** What became of earlier answers has to lead to fields, items and options that this version or a later change knows. */
export function checkMoved(instrument: Instrument): Found[] {
  return instrument.moved.flatMap((change, index) => {
    const path = `moved.${index}`;
    const later = instrument.moved.slice(index + 1);
    const before = instrument.moved[index - 1];
    return [
      ...(isNewer(change.came, instrument.version)
        ? [{ path: `${path}.came`, problem: `is newer than the version itself, ${instrument.version}` }]
        : []),
      ...(before && !isNewer(change.came, before.came)
        ? [{ path: `${path}.came`, problem: 'changes stand oldest first, one for a version' }]
        : []),
      ...checkFields(instrument, change, later).map(found => ({ ...found, path: `${path}.${found.path}` })),
      ...checkItems(instrument, change, later).map(found => ({ ...found, path: `${path}.${found.path}` })),
      ...checkValues(instrument, change, later).map(found => ({ ...found, path: `${path}.${found.path}` })),
    ];
  });
}

function checkFields(instrument: Instrument, { fields }: Change, later: readonly Change[]): Found[] {
  return Object.entries(fields).flatMap(([from, to]) =>
    findInput(instrument, to) || later.some(change => Object.hasOwn(change.fields, to))
      ? []
      : [{ path: `fields.${from}`, problem: noQuestion(instrument, to) }],
  );
}

function noQuestion(instrument: Instrument, id: string): string {
  const asked = cardSteps(instrument).flatMap(({ step }) => inputsOf(step).map(input => input.id));
  return `there is no question ${id}${insteadOf(id, asked)}`;
}

function checkItems(instrument: Instrument, { items }: Change, later: readonly Change[]): Found[] {
  const known = new Set(
    Object.values(instrument.lists).flatMap(list => allItems(list).map(({ item }) => item.id)),
  );
  return Object.entries(items).flatMap(([from, to]) =>
    to.split('.').every(id => known.has(id)) || later.some(change => Object.hasOwn(change.items, to))
      ? []
      : [{ path: `items.${from}`, problem: `there is no item ${to}${insteadOf(to, [...known])}` }],
  );
}

function checkValues(instrument: Instrument, { values }: Change, later: readonly Change[]): Found[] {
  return Object.entries(values).flatMap(([field, options]) => {
    if (later.some(change => Object.hasOwn(change.fields, field))) return [];
    const input = findInput(instrument, field);
    if (!input) return [{ path: `values.${field}`, problem: noQuestion(instrument, field) }];
    const taken = [...optionsOf(instrument, input), ...outsOf(instrument, input)];
    return Object.entries(options).flatMap(([from, to]) =>
      to === null || taken.includes(to) || later.some(change => Object.hasOwn(change.values[field] ?? {}, to))
        ? []
        : [
            {
              path: `values.${field}.${from}`,
              problem: `${field} is never answered with ${to}${insteadOf(to, taken)}`,
            },
          ],
    );
  });
}
