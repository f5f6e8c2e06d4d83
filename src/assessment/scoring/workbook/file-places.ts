/** What may stand where in a file of answers, as `file-of.ts` writes it. */
import { NAME } from '../../names-in.ts';
import { ON_A_SERVICE, TARGET } from './file-of.ts';

/** The keys and indexes from the top: `['areas', 'work', 'own', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** `areas.work.own.0.name` → `areas.*.own.*.name`. */
export function placeOf(path: Path): string {
  return path
    .map((step, depth) => (path[0] === 'areas' && (depth === 1 || depth === 3) ? '*' : step))
    .join('.');
}

/** The list of an area's added services. */
export const OWN = 'areas.*.own';

/** Place in a file → field. `*` stands for the id of an area or a service, or the index of an added one. */
export const FIELDS = new Map<string, string>([
  ['dialog', 'dialog'],
  ['version', 'version'],
  ...TARGET.map(([place, field]) => [`target.${place}`, field] as const),
  ...['areas.*.services.*', 'areas.*.own.*'].flatMap(service =>
    ON_A_SERVICE.map(([place, field]) => [`${service}.${place}`, field] as const),
  ),
  ['areas.*.own.*.id', 'id'],
  ['areas.*.own.*.name', NAME],
]);

/** Groups, and what none of them goes without. */
export const GROUPS = new Map<string, readonly string[]>([
  ['', ['dialog', 'areas']],
  ...['target', 'areas', 'areas.*', 'areas.*.services', 'areas.*.own'].map(group => [group, []] as const),
  ...['areas.*.services.*', 'areas.*.own.*'].flatMap(service => [
    [service, service.includes('own') ? ['id', 'name', 'status'] : ['status']] as const,
    ...['phases', 'benefit', 'benefit.minutesSaved', 'plan'].map(
      group => [`${service}.${group}`, []] as const,
    ),
  ]),
]);
