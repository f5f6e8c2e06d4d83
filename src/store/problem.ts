/**
 * What a store tells of trouble that no single call can tell, and of its end. `detail` is a code (ECONNREFUSED, NOAUTH),
 * never an address or a library's sentence: it may be logged as it stands.
 */
export type ReportProblem = (problem: StoreProblem, detail: string) => void;

export type StoreProblem =
  /** The connection that commands go by is lost; told once an outage. */
  | 'connection-lost'
  /** It is there again, after an outage that was told. */
  | 'connection-back'
  /** The connection that wake-ups come by is lost; told once an outage. */
  | 'wake-ups-lost'
  /** It is there again, after an outage that was told. */
  | 'wake-ups-back'
  /** Committed, but too few replicas confirmed it in time. */
  | 'replicas-behind'
  /** The disk has too little room for anything new; told once until there is room again. */
  | 'disk-full'
  /** A write broke off inside LMDB: what it holds in memory may be damaged, so the process had better end. */
  | 'broken-off'
  /** Expired conversations could not be cleared away this time. */
  | 'sweep-failed';

/** The code in an error: Node's own (`ECONNREFUSED`), Redis' or LMDB's first word (`READONLY`, `MDB_PANIC`), or its name. */
export function problemDetail(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z][A-Z_]{2,}\b/.exec(error.message)?.[0] ?? error.name;
}
