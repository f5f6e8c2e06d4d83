/** The grid on its page: drawn, written in, and kept up to date. */
import type { GridAnswer, GridView } from '../src/presentation/grid-shown.ts';
import { ADDED } from './grid-adding.ts';
import { walkTable } from './grid-keys.ts';
import { accepting, offersOf } from './grid-register.ts';
import { createSaver, type Written } from './grid-saver.ts';
import { answerTo, type GridScreenOptions, isOvertaken, type Screen, show, shownText } from './grid-show.ts';
import { type Cell, drawTable, type GridTable } from './grid-table.ts';
import { drawTools } from './grid-tools.ts';
import { elementOf } from './page-data.ts';

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
