/** A field of the grid in its cell: a control of the browser's own, named by its row and column. */
import type { GridTexts } from '../src/http/grid-texts.ts';
import type { GridCellView, GridColumnView, GridRowView } from '../src/presentation/grid-shown.ts';
import { fill, make } from './make-element.ts';

interface Drawing {
  readonly row: GridRowView;
  readonly cell: GridCellView;
  readonly column: GridColumnView;
  readonly texts: GridTexts;
}

export function fieldCell(page: Document, drawing: Drawing) {
  const { row, cell, column } = drawing;
  const element = make(page, 'td', { role: 'gridcell' });
  const id = `c-${cell.key}`;
  const label = make(page, 'label', { for: id });
  const item = make(page, 'span', { class: 'visually-hidden', text: `${row.name}: ` });
  label.append(item, column.label);
  const control = column.options ? selectOf(page, drawing, column.options) : lineOf(page, drawing);
  control.id = id;
  control.setAttribute('aria-describedby', `${id}-said`);
  const said = make(page, 'span', { class: 'said', id: `${id}-said` });
  element.append(label, control, said);
  return { element, control };
}

function selectOf(
  page: Document,
  { cell, texts }: Drawing,
  options: readonly { value: string; label: string }[],
): HTMLSelectElement {
  const select = make(page, 'select');
  const empty = cell.proposed ? fill(texts.proposed, { value: cell.proposed.label }) : texts.empty;
  for (const { value, label } of [{ value: '', label: empty }, ...options]) {
    select.append(make(page, 'option', { value, text: label }));
  }
  return select;
}

function lineOf(page: Document, { cell, column, texts }: Drawing): HTMLInputElement {
  const input = make(page, 'input', {
    type: 'text',
    autocomplete: 'off',
    maxlength: '120',
    enterkeyhint: 'next',
  });
  const proposed = cell.proposed && fill(texts.proposed, { value: cell.proposed.label });
  input.title = column.example ?? '';
  if (proposed) input.placeholder = proposed;
  return input;
}
