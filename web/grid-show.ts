/** What the table shows: in each field what counts now, beside it how it was saved, under each row what is proposed. */
import type { GridTexts } from '../src/http/grid-texts.ts';
import type { GridCellView, GridRowView, GridValue, GridView } from '../src/presentation/grid-shown.ts';
import type { GridCalls } from './grid-calls.ts';
import { offersOf, showOffer } from './grid-register.ts';
import type { RefusedCell, Saver } from './grid-saver.ts';
import type { Cell, GridTable } from './grid-table.ts';
import type { Tools } from './grid-tools.ts';
import type { Memory } from './memory.ts';
import type { Patience } from './patience.ts';

export interface GridScreenOptions {
  readonly page: Document;
  readonly texts: GridTexts;
  readonly calls: GridCalls;
  readonly dialog: string;
  readonly patience: Patience;
  /** Of this tab, over reloads. */
  readonly memory: Memory;
}

/** The table as it stands: what the server said last, and what was written since. */
export interface Screen extends GridScreenOptions {
  readonly table: GridTable;
  readonly tools: Tools;
  readonly saver: Saver;
  readonly view: () => GridView;
}

/** Puts what counts now into every field that nobody is writing in, and says beside it how it was saved. */
export function show(screen: Screen): void {
  const { table, saver, view } = screen;
  for (const cell of table.cells) {
    const problem = saver.problem(cell.key);
    showText(screen, cell, problem);
    showStatus(screen, cell, problem);
  }
  for (const [index, row] of view().rows.entries()) {
    openRow(screen, row, index);
    showOffer(table.offers[index], offersOf(view(), index), saver.unsaved);
  }
  screen.tools.show(view());
}

/** What was refused stays to be mended, unless another answer has come in its place. */
function showText(screen: Screen, cell: Cell, problem: RefusedCell | undefined): void {
  const { control } = cell;
  const text = shownText(screen, cell);
  if (control.value === text || (problem && !isOvertaken(problem))) return;
  if (control === screen.page.activeElement && isWrittenIn(control) && !problem) return;
  control.value = text;
}

/**
 * A choice is one as soon as it is made, unless its letters are being typed. Left as it was, it would take back what the
 * copying of its row has put in, once it is left.
 */
function isWrittenIn(control: Cell['control']): boolean {
  return control instanceof HTMLInputElement || control.dataset.typed !== undefined;
}

function showStatus(
  { page, saver, texts, view }: Screen,
  cell: Cell,
  problem: RefusedCell | undefined,
): void {
  const { control, key } = cell;
  const { value, source } = answerTo(view(), key);
  const { proposed } = cellIn(view(), cell);
  const offered = view().now.offers?.flatMap(({ cells }) => cells.filter(one => one.key === key))[0];
  const kept = value === undefined ? 'empty' : 'saved';
  const status = problem ? 'refused' : saver.unsaved(key) === undefined ? kept : 'unsaved';
  const words = {
    refused: problem?.text ?? '',
    unsaved: texts.unsaved,
    saved: [source ?? texts.saved, offered?.said].join(' ').trim(),
    empty: offered?.said ?? '',
  }[status];
  control.dataset.status = status;
  control.toggleAttribute(
    'data-proposed',
    proposed !== undefined && status === 'empty' && control.value === '',
  );
  if (problem) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
  const said = page.getElementById(`c-${key}-said`);
  if (said && said.textContent !== words) said.textContent = words;
  said?.classList.toggle('visually-hidden', status === 'saved' && source === undefined && !offered);
  said?.classList.toggle('offered', offered !== undefined);
}

export function isOvertaken(problem: RefusedCell): boolean {
  return problem.problem === 'changed-since';
}

/** The first column says whether the others are asked; what was answered there before stays to be seen. */
function openRow({ table }: Screen, { opens, cells }: GridRowView, row: number): void {
  const first = table.at(row, 0)?.control;
  const isOpen = opens === undefined || opens.includes(first?.value ?? '');
  for (const column of cells.keys()) {
    const control = table.at(row, column)?.control;
    if (control && column > 0) control.disabled = !isOpen;
  }
}

export function shownText({ saver, view }: Screen, cell: Cell): string {
  return saver.unsaved(cell.key) ?? answerTo(view(), cell.key).text;
}

function cellIn({ rows }: GridView, { row, column, key }: Cell): GridCellView {
  return rows[row]?.cells[column] ?? { key };
}

export function answerTo({ now }: GridView, key: string): Partial<GridValue> & { text: string } {
  return now.values[key] ?? { text: '' };
}
