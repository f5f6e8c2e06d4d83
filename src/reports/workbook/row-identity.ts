/**
 * Which service each row of an area's tab is about. The id in the hidden first column is believed only together with
 * the name on its row: when only the visible columns are sorted, the ids stay where they were.
 */
import type { WorkbookArea } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { normalised, type Vocabulary } from './labels.ts';
import { MARKS } from './marks.ts';
import { createOwnIds, parseOwnMark } from './own-ids.ts';

/** What a row says of itself. */
export interface RowSigns {
  /** Text of the hidden first column, or an empty text. */
  readonly mark: string;
  readonly name: string | undefined;
  /** Whether anything was answered on it. */
  readonly filled: boolean;
}

export type RowIdentity =
  | { readonly kind: 'listed'; readonly id: string }
  /** A service the municipality added. */
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'nothing' }
  /** The id in the first column belongs to no service of this area. */
  | { readonly kind: 'unknown' }
  /** No row carries the name of this service any more; this one carries its id, and another name or none. */
  | { readonly kind: 'renamed'; readonly id: string }
  /** A copy of a row of the municipality's own. */
  | { readonly kind: 'copied' };

export interface IdentitySource {
  readonly area: WorkbookArea;
  readonly vocabulary: Vocabulary;
  /** In a file of another version a service may go by an earlier name, or be gone since. */
  readonly version: 'same' | 'other';
  /** Services that stood in this area when the file was made, and have been sorted under another since. */
  readonly earlier: readonly string[];
}

/** The identity of each row, in the order given. */
export function identifyRows(source: IdentitySource, rows: readonly RowSigns[]): readonly RowIdentity[] {
  const { area, vocabulary, version, earlier } = source;
  const known = new Set([...area.services.map(({ id }) => id), ...earlier]);
  const ids = new Map([...known].flatMap(id => (vocabulary.services[id] ?? []).map(name => [name, id])));
  const signs = rows.map(row => {
    const name = row.name === undefined ? '' : normalised(row.name);
    const own = parseOwnMark(row.mark);
    // A service of one's own may bear the name of a listed one, when its mark says the same.
    const named = own?.name !== undefined && own.name === name ? undefined : ids.get(name);
    return { ...row, name, named, marked: idIn(row.mark) };
  });
  const claimed = new Set(signs.map(({ named }) => named));
  const listed = signs.map(sign => listedAs(sign, { version, known, claimed }));
  const ownId = createOwnIds({
    taken: known,
    marks: rows.flatMap(({ mark }) => parseOwnMark(mark) ?? []),
    rows: signs.filter((_, index) => !listed[index]),
  });
  return signs.map((row, index) => listed[index] ?? (row.name === '' && !row.filled ? NOTHING : ownId(row)));
}

interface Signs extends Pick<RowSigns, 'filled'> {
  readonly name: string;
  /** The service that the name on the row is of, and the one that its mark is of. */
  readonly named: string | undefined;
  readonly marked: string | undefined;
}

interface Known extends Pick<IdentitySource, 'version'> {
  readonly known: ReadonlySet<string>;
  /** Services that some row bears the name of. */
  readonly claimed: ReadonlySet<string | undefined>;
}

/** A listed service, or why the row is none; undefined: one of the municipality's own. */
function listedAs(
  { name, named, marked, filled }: Signs,
  { version, known, claimed }: Known,
): RowIdentity | undefined {
  if (named !== undefined && (version === 'other' || marked === undefined || known.has(marked)))
    return { kind: 'listed', id: named };
  if (marked === undefined) return undefined;
  const isFree = known.has(marked) && !claimed.has(marked);
  if (version === 'same' && !known.has(marked)) return { kind: 'unknown' };
  if (isFree) return { kind: version === 'other' && name !== '' ? 'listed' : 'renamed', id: marked };
  // A service that is gone since: what was filled in stays, as one of the municipality's own under its name.
  return version === 'other' && !filled ? NOTHING : undefined;
}

const NOTHING = { kind: 'nothing' } as const;

function idIn(mark: string): string | undefined {
  const prefix = MARKS.service('');
  return mark.startsWith(prefix) ? mark.slice(prefix.length) : undefined;
}
