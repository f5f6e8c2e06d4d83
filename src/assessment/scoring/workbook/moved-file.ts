/** A file that was written for an earlier version, with its services under the areas that they are sorted under now. */
import type { Instrument } from '../../instrument.ts';
import { isNewer } from '../../version.ts';
import { isVersion } from './field-problem.ts';

type Group = Record<string, unknown>;

/** Undefined parts and all that is malformed stay as they are, for the check to tell. */
export function movedFile({ moved }: Instrument, data: unknown): unknown {
  if (!isGroup(data) || !isGroup(data.areas) || !isVersion(data.version)) return data;
  const { version } = data;
  const paths = moved
    .filter(({ came }) => isNewer(came, version))
    .flatMap(({ items }) => Object.entries(items));
  const areas = paths.reduce((now, [from, to]) => withMoved(now, from.split('.'), to.split('.')), data.areas);
  return { ...data, areas };
}

/** What stands there already counts more than what comes there. */
function withMoved(
  areas: Group,
  [area = '', service = '']: string[],
  [other = '', now = '']: string[],
): Group {
  const from = areas[area];
  const services = isGroup(from) ? from.services : undefined;
  if (!isGroup(from) || !isGroup(services) || !Object.hasOwn(services, service)) return areas;
  const { [service]: answer, ...rest } = services;
  const left = { ...areas, [area]: { ...from, services: rest } };
  const target = left[other] ?? {};
  const there = isGroup(target) ? (target.services ?? {}) : undefined;
  if (!isGroup(target) || !isGroup(there)) return areas;
  return { ...left, [other]: { ...target, services: { [now]: answer, ...there } } };
}

/** An object with keys, and no list. */
export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
