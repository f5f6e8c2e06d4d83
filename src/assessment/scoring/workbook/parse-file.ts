/** Reading answers from JSON, as `file-of.ts` writes it. */

import { type AnswerKey, type Answers, answersSchema, keyOf } from '../../answers.ts';
import { idSchema } from '../../id.ts';
import { NAME } from '../../names-in.ts';
import { type Prefilled, prefilledSchema } from '../../prefilled.ts';
import { type FieldProblem, fieldProblem, isVersion, tidied } from './field-problem.ts';
import { FIELDS, GROUPS, OWN, type Path, placeOf } from './file-places.ts';
import { isGroup, movedFile } from './moved-file.ts';
import { isPlanField } from './plan-of.ts';
import type { Workbook } from './workbook-instrument.ts';

/** Why a part of a file is not accepted, with its keys and indexes from the top: `['areas', 'work', 'own', 0, 'name']`. */
export type FileProblem = FieldProblem & { readonly path: Path };

export type ParsedFile =
  | {
      readonly kind: 'parsed';
      readonly version: string;
      readonly answers: Answers;
      /** Which of them came from a register of services, where the file tells. */
      readonly prefilled?: Prefilled;
    }
  | { readonly kind: 'rejected'; readonly problems: readonly FileProblem[] };

/** Checks a file from outside and reports every problem. Names come out without stray spaces. */
export function parseFile(workbook: Workbook, data: unknown): ParsedFile {
  const { prefilled, rest } = withoutPrefilled(data);
  const value = movedFile(workbook.instrument, rest);
  const found = foundIn({ path: [], items: [], value }, workbook);
  const problems = [
    ...found.flatMap(one => problemIn(workbook, one)),
    ...ownProblems(workbook, found),
    ...(prefilled && !prefilled.success ? [{ path: ['prefilled'], code: 'not-prefilled' }] : []),
  ];
  if (problems.length > 0) return { kind: 'rejected', problems };
  const version = found.find(one => 'field' in one && one.field === 'version');
  return {
    kind: 'parsed',
    version: version && 'value' in version ? String(version.value) : workbook.instrument.version,
    answers: answersSchema.parse(valuesIn(found)),
    ...(prefilled?.success && { prefilled: prefilled.data }),
  };
}

/** What the file tells of a register of services stands beside the answers. */
function withoutPrefilled(data: unknown) {
  if (!isGroup(data) || data.prefilled === undefined) return { rest: data };
  const { prefilled, ...rest } = data;
  return { prefilled: prefilledSchema.safeParse(prefilled), rest };
}

/** What stands in a file under the keys of answers: unchecked, with all that is no answer of this version. */
export function valuesInFile(data: unknown): Readonly<Record<AnswerKey, unknown>> {
  return valuesIn(foundIn({ path: [], items: [], value: data }));
}

/** The answers on one service, which stands under these items, in the shape that files have. */
export function answersOnService(items: readonly [area: string, service: string], data: unknown): Answers {
  const [area, service] = items;
  return answersSchema.parse(
    valuesIn(foundIn({ path: ['areas', area, 'services', service], items, value: data })),
  );
}

/** A part of a file; `items` lead to its key. */
interface Part {
  readonly path: Path;
  readonly items: readonly string[];
  readonly value: unknown;
}

/** An answer as it stands in the file. */
type Leaf = Part & { readonly field: string };
type Found = Leaf | FileProblem;

/** The answers in a part of a file, and what has no place in it: of this workbook, if one is given. */
function foundIn(part: Part, workbook?: Workbook): Found[] {
  const { path, items, value } = part;
  if (value === undefined && path.length > 0) return [];
  const place = placeOf(path);
  const field = FIELDS.get(place);
  const needed = GROUPS.get(place);
  if ((!field && !needed) || (workbook && !hasItem(workbook, path))) return [{ path, code: 'unknown-key' }];
  const isList = place === OWN;
  const members = membersOf(value, isList);
  if (!needed || !members)
    return [field ? { ...part, field } : { path, code: isList ? 'not-a-list' : 'not-an-object' }];
  const missing = needed.filter(key => !members.some(([name]) => name === key) && !isPlanAlone(key, members));
  return [
    ...missing.map(key => ({
      path: [...path, key],
      code: key === 'dialog' ? 'not-a-workbook' : 'missing',
    })),
    ...members.flatMap(([key, member]) => {
      const step = isList ? Number(key) : key;
      return foundIn(
        { path: [...path, step], items: [...items, ...itemAt(place, key, member)], value: member },
        workbook,
      );
    }),
  ];
}

/** What a service is called, and what is planned for it, can be told before its status is known. */
function isPlanAlone(key: string, members: readonly [string, unknown][]): boolean {
  const told = ['id', NAME, 'plan'];
  return key === 'status' && members.length > 0 && members.every(([name]) => told.includes(name));
}

function membersOf(value: unknown, isList: boolean): [string, unknown][] | undefined {
  if (isList) return Array.isArray(value) ? Object.entries(value) : undefined;
  return isGroup(value) ? Object.entries(value) : undefined;
}

/** The id that a member of a group adds to the key of what is in it. */
function itemAt(place: string, key: string, member: unknown): string[] {
  if (place === OWN) return [isGroup(member) ? String(member.id) : ''];
  return place === 'areas' || place === 'areas.*.services' ? [key] : [];
}

function hasItem({ areas }: Workbook, [top, area, kind, service]: Path): boolean {
  if (top !== 'areas' || area === undefined) return true;
  const known = areas.find(({ id }) => id === area);
  if (kind !== 'services' || service === undefined) return known !== undefined;
  return known?.services.some(({ id }) => id === service) ?? false;
}

function problemIn(workbook: Workbook, found: Found): FileProblem[] {
  if (!('field' in found)) return [found];
  const { path, field, value } = found;
  if (field === 'dialog') return value === 'workbook' ? [] : [{ path, code: 'not-a-workbook' }];
  if (field === 'version') return isVersion(value) ? [] : [{ path, code: 'not-a-version' }];
  if (field === 'id') {
    const code = typeof value === 'string' ? 'not-an-id' : 'not-text';
    return idSchema.safeParse(value).success ? [] : [{ path, code }];
  }
  const problem = fieldProblem(workbook, field, value);
  return problem ? [{ path, ...problem }] : [];
}

/** Added services whose id another one of the area has, and areas with more of them than fit. */
function ownProblems(workbook: Workbook, found: readonly Found[]): FileProblem[] {
  return workbook.areas.flatMap(({ id: area, services }) => {
    const own = found.filter(one => 'field' in one && one.field === 'id' && one.items[0] === area);
    const taken = new Set<unknown>(services.map(({ id }) => id));
    const twice = own.filter(one => {
      const value = 'value' in one && one.value;
      const isTaken = taken.has(value);
      taken.add(value);
      return isTaken;
    });
    const tooMany =
      own.length > workbook.ownServices ? [{ path: ['areas', area, 'own'], code: 'too-many' }] : [];
    return [...twice.map(({ path }) => ({ path, code: 'used-twice' })), ...tooMany];
  });
}

/** The names of added services come first: by them their other answers are known to be of something. */
function valuesIn(found: readonly Found[]): Record<AnswerKey, unknown> {
  const leaves = found.flatMap(one => ('field' in one && !ABOUT.includes(one.field) ? [one] : []));
  const isName = ({ field }: Leaf) => field === NAME;
  const inOrder = [...leaves.filter(isName), ...leaves.filter(leaf => !isName(leaf))];
  return Object.fromEntries(
    inOrder.map(({ items, field, value }) => [
      keyOf(items, field),
      isText(field) && typeof value === 'string' ? tidied(value) : value,
    ]),
  );
}

function isText(field: string): boolean {
  return field === NAME || isPlanField(field);
}

/** What a file says of itself and of what was added, beside the answers. */
const ABOUT = ['dialog', 'version', 'id'];
