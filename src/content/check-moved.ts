import type { Definition } from '../assessment/definition.ts';
import { optionsOf, outsOf } from '../assessment/definition.ts';
import { allItems } from '../assessment/list.ts';
import type { Change } from '../assessment/moved.ts';
import { findInput } from '../assessment/places.ts';
import { isNewer } from '../assessment/version.ts';
import { type Found, insteadOf } from './problem.ts';

/** What became of earlier answers has to lead to fields, items and options that this version or a later change knows. */
export function checkMoved(definition: Definition): Found[] {
  return definition.moved.flatMap((change, index) => {
    const path = `moved.${index}`;
    const later = definition.moved.slice(index + 1);
    const before = definition.moved[index - 1];
    return [
      ...(isNewer(change.came, definition.version)
        ? [{ path: `${path}.came`, problem: `is newer than the version itself, ${definition.version}` }]
        : []),
      ...(before && !isNewer(change.came, before.came)
        ? [{ path: `${path}.came`, problem: 'changes stand oldest first, one for a version' }]
        : []),
      ...checkFields(definition, change, later).map(found => ({ ...found, path: `${path}.${found.path}` })),
      ...checkItems(definition, change, later).map(found => ({ ...found, path: `${path}.${found.path}` })),
      ...checkValues(definition, change, later).map(found => ({ ...found, path: `${path}.${found.path}` })),
    ];
  });
}

function checkFields(definition: Definition, { fields }: Change, later: readonly Change[]): Found[] {
  return Object.entries(fields).flatMap(([from, to]) =>
    findInput(definition, to) || later.some(change => Object.hasOwn(change.fields, to))
      ? []
      : [{ path: `fields.${from}`, problem: `there is no question ${to}` }],
  );
}

function checkItems(definition: Definition, { items }: Change, later: readonly Change[]): Found[] {
  const known = new Set(
    Object.values(definition.lists).flatMap(list => allItems(list).map(({ item }) => item.id)),
  );
  return Object.entries(items).flatMap(([from, to]) =>
    to.split('.').every(id => known.has(id)) || later.some(change => Object.hasOwn(change.items, to))
      ? []
      : [{ path: `items.${from}`, problem: `there is no item ${to}` }],
  );
}

function checkValues(definition: Definition, { values }: Change, later: readonly Change[]): Found[] {
  return Object.entries(values).flatMap(([field, options]) => {
    if (later.some(change => Object.hasOwn(change.fields, field))) return [];
    const input = findInput(definition, field);
    if (!input) return [{ path: `values.${field}`, problem: `there is no question ${field}` }];
    const taken = [...optionsOf(definition, input), ...outsOf(definition, input)];
    return Object.entries(options).flatMap(([from, to]) =>
      to === null || taken.includes(to) || later.some(change => Object.hasOwn(change.values[field] ?? {}, to))
        ? []
        : [
            {
              path: `values.${field}.${from}`,
              problem: `${field} is never answered with ${to}${insteadOf(taken)}`,
            },
          ],
    );
  });
}
