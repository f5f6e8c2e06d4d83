import type { Cell, GridTable } from './grid-table.ts';

export interface KeyActions {
  /** The cell holds what it is to hold now. */
  readonly commit: (cell: Cell) => void;
  /** The cell shows again what it did before it was touched. */
  readonly revert: (cell: Cell) => void;
  readonly isTouched: (cell: Cell) => boolean;
  /** Out of the table, to what comes after it. */
  readonly leave: () => void;
  readonly copyCell: (cell: Cell) => void;
  readonly copyRow: (row: number) => void;
}

/** Letters typed within this time belong to one word. */
const WORD_MS = 900;

/** The keys of a spreadsheet. Tab is the browser's own: it goes from field to field and at the end out of the table. */
export function walkTable(table: GridTable, actions: KeyActions): void {
  let typed = { text: '', at: 0 };
  table.element.addEventListener('keydown', event => {
    const cell = table.of(event.target);
    if (!cell || event.isComposing) return;
    if (handled(event, cell, { table, actions })) event.preventDefault();
    else if (cell.control instanceof HTMLSelectElement && isLetter(event)) {
      const isMore = event.timeStamp - typed.at < WORD_MS;
      typed = { text: (isMore ? typed.text : '') + event.key.toLowerCase(), at: event.timeStamp };
      choose(cell.control, typed.text);
      cell.control.dataset.typed = '';
      event.preventDefault();
    }
  });
  table.element.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) target.dataset.editing = '';
  });
  table.element.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) target.select();
  });
  table.element.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLInputElement) delete target.dataset.editing;
    if (target instanceof HTMLSelectElement) delete target.dataset.typed;
  });
  table.element.addEventListener('dblclick', ({ target }) => {
    if (target instanceof HTMLInputElement) target.dataset.editing = '';
  });
}

interface Around {
  readonly table: GridTable;
  readonly actions: KeyActions;
}

/** Whether the key was the table's. */
function handled(event: KeyboardEvent, cell: Cell, around: Around): boolean {
  const { actions } = around;
  const { key, altKey, shiftKey } = event;
  if (altKey) return false;
  if (event.ctrlKey || event.metaKey) return handledWithCtrl(event, cell, around);
  switch (key) {
    case 'Enter':
      actions.commit(cell);
      move(around, cell, [shiftKey ? -1 : 1, 0]);
      return true;
    case 'Escape':
      if (actions.isTouched(cell)) actions.revert(cell);
      else actions.leave();
      return true;
    case 'F2':
      if (cell.control instanceof HTMLInputElement) editAtEnd(cell.control);
      return true;
    case 'Delete':
    case 'Backspace':
      if (isEditing(cell)) return false;
      cell.control.value = '';
      actions.commit(cell);
      return true;
    default:
      return !shiftKey && movedBy(key, cell, around);
  }
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function movedBy(key: string, cell: Cell, around: Around): boolean {
  const by = MOVES[key];
  const inRow = key === 'Home' || key === 'End' || (by !== undefined && by[1] !== 0);
  if (inRow && isEditing(cell)) return false;
  if (by) {
    move(around, cell, by);
    return true;
  }
  if (key !== 'Home' && key !== 'End') return false;
  const columns = around.table.cells.filter(({ row, control }) => row === cell.row && !control.disabled);
  (key === 'Home' ? columns[0] : columns.at(-1))?.control.focus();
  return true;
}

function handledWithCtrl({ key, shiftKey }: KeyboardEvent, cell: Cell, { table, actions }: Around): boolean {
  if (key.toLowerCase() === 'd') {
    if (shiftKey) actions.copyRow(cell.row);
    else actions.copyCell(cell);
    return true;
  }
  if (isEditing(cell) || (key !== 'Home' && key !== 'End')) return false;
  const open = table.cells.filter(({ control }) => !control.disabled);
  (key === 'Home' ? open[0] : open.at(-1))?.control.focus();
  return true;
}

/** Over fields that cannot be answered now; at the edge nothing happens. */
function move({ table }: Around, from: Cell, [down, right]: readonly [number, number]): void {
  for (let row = from.row + down, column = from.column + right; ; row += down, column += right) {
    const cell = table.at(row, column);
    if (!cell) return;
    if (cell.control.disabled) continue;
    cell.control.focus();
    return;
  }
}

function isEditing({ control }: Cell): boolean {
  return control.dataset.editing !== undefined;
}

function editAtEnd(control: HTMLInputElement): void {
  control.dataset.editing = '';
  control.setSelectionRange(control.value.length, control.value.length);
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** The option that begins so, or the one with this number. */
function choose(select: HTMLSelectElement, typed: string): void {
  const options = [...select.options].filter(({ value }) => value !== '');
  const named = options.find(({ text }) => text.toLowerCase().startsWith(typed));
  const chosen = named ?? options[Number(typed.slice(-1)) - 1];
  if (!chosen) return;
  select.value = chosen.value;
}
