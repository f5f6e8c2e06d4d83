/** The ids of services the municipality added: the one a row had when the file was made, or a new one. */
import { normalised } from './labels.ts';

/** A row that is about no listed service. Its name is normalised; empty when there is none. */
export interface OwnRow {
  readonly mark: string;
  readonly name: string;
}

export type OwnIdentity = { readonly kind: 'own'; readonly id: string } | { readonly kind: 'copied' };

export interface OwnMark {
  readonly id: string;
  /** Normalised; older files do not say it. */
  readonly name: string | undefined;
}

/** `own:own-1 Satama` → its id and the name it had. */
export function parseOwnMark(mark: string): OwnMark | undefined {
  const [, id, name] = /^own:(\S+)(?:\s+(.*))?$/s.exec(mark) ?? [];
  return id === undefined ? undefined : { id, name: name === undefined ? undefined : normalised(name) };
}

export interface OwnSource {
  /** Ids no own service may have. */
  readonly taken: ReadonlySet<string>;
  /** Those of the whole tab: after a sort they stand on other rows, too. */
  readonly marks: readonly OwnMark[];
  readonly rows: readonly OwnRow[];
}

/** Gives each of the rows its identity, asked for in their order. */
export function createOwnIds({ taken, marks, rows }: OwnSource): (row: OwnRow) => OwnIdentity {
  const names = new Set(rows.map(({ name }) => name));
  const given = new Set<string>();
  const reserved = new Set([...taken, ...marks.map(({ id }) => id)]);
  // Rows where mark and name agree keep their ids, whatever the others say.
  const agreed = new Set(rows.flatMap(row => (agrees(row) ? [parseOwnMark(row.mark)?.id] : [])));
  const give = (id: string): OwnIdentity => {
    given.add(id);
    return { kind: 'own', id };
  };
  return row => {
    const own = parseOwnMark(row.mark);
    if (own && agrees(row)) return given.has(own.id) ? { kind: 'copied' } : give(own.id);
    const moved = marks.find(({ id, name }) => name === row.name && !given.has(id) && !agreed.has(id));
    if (moved) return give(moved.id);
    // `own:own-1 Satama` on a row that now reads Satamat, and no other row reads Satama: it was renamed.
    const renamed = own && !given.has(own.id) && (own.name === undefined || !names.has(own.name));
    return give(renamed ? own.id : firstFree(reserved));
  };
}

function agrees({ mark, name }: OwnRow): boolean {
  return parseOwnMark(mark)?.name === name;
}

/** `own-1`, `own-2`, …; what is returned is reserved from then on. */
function firstFree(reserved: Set<string>): string {
  let number = 1;
  while (reserved.has(`own-${number}`)) number += 1;
  reserved.add(`own-${number}`);
  return `own-${number}`;
}
