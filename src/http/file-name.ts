import { dayOf } from '../conversation/day-of.ts';

/** What a file that somebody saves is of. */
export interface Named {
  /** The instrument whose it is; none where it is of several, as all kept results are. */
  readonly dialog?: string | undefined;
  /** When it was made, epoch milliseconds. */
  readonly at: number;
}

/** The part of a file's name that tells apart several of one instrument; its result itself is told by nothing more. */
const KINDS: Readonly<Record<string, string>> = {
  'workbook.xlsx': '',
  'workbook.json': 'answers',
};

/**
 * The header that has a file saved under a name that tells it from others in a folder:
 * `porrasbotti-quick-check-2026-11-28.pdf`. `path` is the name that its address ends in: `result.pdf`. The day is
 * Finland's; ids are ASCII, and so is the whole name.
 */
export function savedAs(path: string, { dialog, at }: Named): string {
  const dot = path.lastIndexOf('.');
  const base = path.slice(0, dot);
  const kind = KINDS[path] ?? (base === 'result' ? '' : base);
  const parts = ['porrasbotti', dialog, kind, dayOf(at)].filter(Boolean);
  return `attachment; filename="${parts.join('-')}${path.slice(dot)}"`;
}
