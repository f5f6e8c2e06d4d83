import type { GridTexts } from '../src/http/grid-texts.ts';
import type {
  GridAnswer,
  GridCellView,
  GridRowView,
  GridValue,
  GridView,
} from '../src/presentation/grid-shown.ts';
import { ADDED } from './grid-adding.ts';
import type { GridCalls } from './grid-calls.ts';
import { walkTable } from './grid-keys.ts';
import { accepting, offersOf, showOffer } from './grid-register.ts';
import { createSaver, type RefusedCell, type Saver, type Written } from './grid-saver.ts';
import { type Cell, drawTable, type GridTable } from './grid-table.ts';
import { drawTools, type Tools } from './grid-tools.ts';
import type { Memory } from './memory.ts';
import { elementOf } from './page-data.ts';
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
interface Screen extends GridScreenOptions {
  readonly table: GridTable;
  readonly tools: Tools;
  readonly saver: Saver;
  readonly view: () => GridView;
}

/** Draws the grid and keeps it up to date from then on. */
export function showGrid(first: GridView, options: GridScreenOptions): void {
  const { page, texts, calls, patience, memory } = options;
  let grid = first;
  showTitle(page, grid);
  const table = drawTable(page, grid, texts);
  const answered = ({ now }: Pick<GridAnswer, 'now'>) => {
    grid = { ...grid, now };
    show(screen);
  };
  const saver = createSaver({
    send: calls.save,
    memory,
    patience,
    lost: texts.gone,
    onAnswer: answer => {
      answered(answer);
      tools.tell(answer.told);
    },
    onState: state => {
      tools.showState(state, saver.count());
      show(screen);
    },
  });
  const tools = drawTools(grid, {
    ...options,
    table: table.element,
    put: pick => saver.put(pick(grid).filter(({ key }) => saver.unsaved(key) === undefined)),
    unsaved: saver.count,
    added: () => loadWithRow(page),
    answered,
    refused: () => table.cells.filter(({ key }) => saver.problem(key)).length,
  });
  const screen: Screen = { ...options, table, tools, saver, view: () => grid };
  page.getElementById('grid')?.append(tools.above, table.element, tools.below);
  listen(screen);
  show(screen);
  saver.restore();
  if (page.location.hash === ADDED) goToAdded(page, table, grid);
}

function showTitle(page: Document, { title }: GridView): void {
  elementOf(page, 'title').textContent = title;
  page.title = `${title} – ${page.title}`;
}

/** The page anew, with the row: what is not saved yet stays in the tab. */
function loadWithRow({ location }: Document): void {
  location.hash = ADDED;
  location.reload();
}

/** To the first field of the row that has just been added; the address is then as it was. */
function goToAdded(page: Document, table: GridTable, { rows }: GridView): void {
  page.defaultView?.history.replaceState(null, '', page.location.pathname + page.location.search);
  table.at(rows.length - 1, 0)?.control.focus();
}

function listen(screen: Screen): void {
  const { table, tools } = screen;
  walkTable(table, {
    commit: cell => commit(screen, cell),
    revert: cell => {
      cell.control.value = shownText(screen, cell);
      delete cell.control.dataset.editing;
    },
    isTouched: cell => cell.control.value !== shownText(screen, cell),
    leave: tools.focus,
    copyCell: cell => {
      const above = table.at(cell.row - 1, cell.column);
      if (!above) return;
      cell.control.value = above.control.value;
      commit(screen, cell);
    },
    copyRow: row => copyRow(screen, row),
  });
  // A choice made by typing tells of no change when it is left.
  for (const event of ['change', 'focusout'])
    table.element.addEventListener(event, ({ target }) => {
      const cell = table.of(target);
      if (cell) commit(screen, cell);
    });
  for (const [button, row] of table.copies) button.addEventListener('click', () => copyRow(screen, row));
  for (const [row, { press }] of table.offers.entries())
    press.addEventListener('click', () => {
      screen.saver.put(accepting(screen.view(), offersOf(screen.view(), row)));
      show(screen);
      table.at(row, 0)?.control.focus();
    });
}

/** Sends what a field holds, unless that is what it held. */
function commit(screen: Screen, { control, key }: Cell): void {
  const { saver, view } = screen;
  const { text, value } = answerTo(view(), key);
  const written = control.value.trim();
  const problem = saver.problem(key);
  // Left as it is: what was refused is not sent again, and the word of what came in its place stays.
  const before = problem && !isOvertaken(problem) ? problem.written : (saver.unsaved(key) ?? text);
  if (written === before) return;
  saver.put([{ key, text: written, ...(value !== undefined && { was: value }) }]);
  show(screen);
}

function copyRow(screen: Screen, row: number): void {
  const cells = copied(screen, row);
  if (cells.length > 0) screen.saver.put(cells);
  show(screen);
}

/**
 * What the row above was answered, for what is empty in this one: choices only, since a number such as cases a year is
 * each row's own. Where it is proposed that something does not apply, that stands.
 */
function copied({ view, table, saver }: Screen, row: number): Written[] {
  const { columns, rows } = view();
  return (rows[row]?.cells ?? []).flatMap((cell, column): Written[] => {
    const above = table.at(row - 1, column)?.control;
    const isEmpty = view().now.values[cell.key] === undefined && saver.unsaved(cell.key) === undefined;
    if (!columns[column]?.options || !above || above.disabled || above.value === '' || !isEmpty) return [];
    const own = cell.proposed?.text === 'na' ? cell.proposed.text : above.value;
    return [{ key: cell.key, text: own }];
  });
}

/** Puts what counts now into every field that nobody is writing in, and says beside it how it was saved. */
function show(screen: Screen): void {
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
  if (control === screen.page.activeElement && !problem) return;
  control.value = text;
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

function isOvertaken(problem: RefusedCell): boolean {
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

function shownText({ saver, view }: Screen, cell: Cell): string {
  return saver.unsaved(cell.key) ?? answerTo(view(), cell.key).text;
}

function cellIn({ rows }: GridView, { row, column, key }: Cell): GridCellView {
  return rows[row]?.cells[column] ?? { key };
}

function answerTo({ now }: GridView, key: string): Partial<GridValue> & { text: string } {
  return now.values[key] ?? { text: '' };
}
