import type { GridTexts } from '../src/http/grid-texts.ts';
import type { GridRowView, GridView } from '../src/presentation/grid-shown.ts';
import { fieldCell } from './grid-field.ts';
import { fill, make } from './make-element.ts';

/** A field of the table, where it stands. */
export interface Cell {
  readonly control: HTMLSelectElement | HTMLInputElement;
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

export interface GridTable {
  readonly element: HTMLElement;
  readonly cells: readonly Cell[];
  readonly at: (row: number, column: number) => Cell | undefined;
  readonly of: (control: EventTarget | null) => Cell | undefined;
  /** Buttons that copy the row above, by their row. */
  readonly copies: ReadonlyMap<HTMLElement, number>;
  /** Where each row says what a register of services proposes for it. */
  readonly offers: readonly RowOffer[];
}

export interface RowOffer {
  readonly box: HTMLElement;
  readonly about: HTMLElement;
  readonly press: HTMLButtonElement;
}

/** Draws the table: each field a control of the browser's own, with its row and column for a name. */
export function drawTable(page: Document, view: GridView, texts: GridTexts): GridTable {
  const named = { role: 'grid', 'aria-labelledby': 'title', 'aria-describedby': 'grid-keys' };
  const table = make(page, 'table', named);
  const body = make(page, 'tbody', { role: 'rowgroup' });
  const cells: Cell[] = [];
  const copies = new Map<HTMLElement, number>();
  const offers = view.rows.map(({ name }) => drawOffer(page, name, texts));
  for (const index of view.rows.keys())
    body.append(drawRow(page, { view, texts, index, cells, copies, offers }));
  table.append(drawHead(page, view, texts), body);
  const element = make(page, 'div', { class: 'grid-box' });
  element.append(table);
  const places = new Map(cells.map(cell => [`${cell.row} ${cell.column}`, cell]));
  const controls = new Map<EventTarget, Cell>(cells.map(cell => [cell.control, cell]));
  return {
    element,
    cells,
    copies,
    offers,
    at: (row, column) => places.get(`${row} ${column}`),
    of: control => (control ? controls.get(control) : undefined),
  };
}

function drawHead(page: Document, { columns }: GridView, texts: GridTexts): HTMLElement {
  const head = make(page, 'thead', { role: 'rowgroup' });
  const line = make(page, 'tr', { role: 'row' });
  line.append(
    headCell(page, { label: texts.row }),
    ...columns.map(column => headCell(page, column)),
    headCell(page, { label: texts.above, hidden: 'visually-hidden' }),
  );
  head.append(line);
  return head;
}

interface Row {
  readonly view: GridView;
  readonly texts: GridTexts;
  readonly index: number;
  readonly cells: Cell[];
  readonly copies: Map<HTMLElement, number>;
  readonly offers: readonly RowOffer[];
}

function drawRow(page: Document, { view, texts, index, cells, copies, offers }: Row): HTMLElement {
  const line = make(page, 'tr', { role: 'row' });
  const row = view.rows[index];
  if (!row) return line;
  const head = rowHead(page, row);
  head.append(...(offers[index] ? [offers[index].box] : []));
  line.append(head);
  for (const [at, column] of view.columns.entries()) {
    const cell = row.cells[at];
    if (!cell) continue;
    const { element, control } = fieldCell(page, { row, cell, column, texts });
    cells.push({ control, row: index, column: at, key: cell.key });
    line.append(element);
  }
  line.append(copyCell(page, { row, index, texts, copies }));
  return line;
}

/** Under the name of a row; hidden until there is something proposed. */
function drawOffer(page: Document, row: string, texts: GridTexts): RowOffer {
  const box = make(page, 'div', { class: 'offer' });
  box.hidden = true;
  const about = make(page, 'span', { class: 'about' });
  const press = make(page, 'button', {
    type: 'button',
    'aria-label': fill(texts.acceptOfferOf, { row }),
    text: texts.acceptOffer,
  });
  box.append(about, press);
  return { box, about, press };
}

function headCell(
  page: Document,
  { label, why, hidden }: { label: string; why?: string; hidden?: string },
): HTMLElement {
  const cell = make(page, 'th', { role: 'columnheader', scope: 'col' });
  cell.append(make(page, 'span', { text: label, ...(hidden && { class: hidden }) }));
  if (why !== undefined) cell.append(make(page, 'span', { class: 'why', text: why }));
  return cell;
}

function rowHead(page: Document, { name, about }: GridRowView): HTMLElement {
  const cell = make(page, 'th', { role: 'rowheader', scope: 'row' });
  cell.append(make(page, 'span', { class: 'row-name', text: name }));
  if (about !== undefined) cell.append(make(page, 'span', { class: 'about', text: about }));
  return cell;
}

interface Copying {
  readonly row: GridRowView;
  readonly index: number;
  readonly texts: GridTexts;
  readonly copies: Map<HTMLElement, number>;
}

function copyCell(page: Document, { row, index, texts, copies }: Copying): HTMLElement {
  const cell = make(page, 'td', { role: 'gridcell', class: 'copy' });
  if (index === 0) return cell;
  const button = make(page, 'button', {
    type: 'button',
    'aria-label': fill(texts.aboveOf, { row: row.name }),
    text: texts.above,
  });
  copies.set(button, index);
  cell.append(button);
  return cell;
}
