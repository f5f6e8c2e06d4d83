import { createDraft } from './draft.ts';
import { areaOn } from './reference.ts';
import type { Sheet } from './sheet.ts';

/** The options of a file's drop-downs: in the check itself, or on a hidden tab where the check cannot hold them. */
export interface ListSources {
  /** What the check says: `"kyllä,ei"`, or where the options stand: `'_lists'!$A$1:$A$2`. */
  readonly formulaOf: (options: readonly string[]) => string;
  /** The hidden tab, once all checks are written; undefined where no check needs it. */
  readonly sheet: () => Sheet | undefined;
}

const TAB = '_lists';
/** Characters of a list within a check: with more, Excel takes the whole file for damaged. */
const LONGEST = 255;

/** Within a check options are parted by commas: "ei käytössä, ei suunnitteilla" would become two of them. */
export function createListSources(): ListSources {
  const ranges = new Map<string, string>();
  const draft = createDraft();
  const put = (options: readonly string[]): string => {
    const column = ranges.size + 1;
    for (const [index, option] of options.entries()) draft.put({ row: index + 1, column }, {}, option);
    return areaOn(TAB, { row: 1, column }, { row: options.length, column });
  };
  return {
    formulaOf: options => {
      const inline = options.join(',');
      if (inline.length <= LONGEST && !options.some(hasMark)) return `"${inline}"`;
      const key = JSON.stringify(options);
      const range = ranges.get(key) ?? put(options);
      ranges.set(key, range);
      return range;
    },
    sheet: () => (ranges.size === 0 ? undefined : hiddenSheet(draft, ranges.size)),
  };
}

/** What would end an option within a check. */
function hasMark(option: string): boolean {
  return option.includes(',') || option.includes('"');
}

function hiddenSheet({ cells, rows }: Pick<Sheet, 'cells' | 'rows'>, columns: number): Sheet {
  return {
    name: TAB,
    hidden: true,
    color: 'FFFFFF',
    columns: Array.from({ length: columns }, () => ({ width: 40 })),
    cells,
    rows,
    active: { row: 1, column: 1 },
    protected: true,
    print: { scale: { pagesWide: 1 }, footer: '' },
  };
}
