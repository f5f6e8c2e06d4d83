import type { Block } from '../view.ts';
import type { Column, Element } from './element.ts';
import { textElement } from './literal-text.ts';

/** Two columns side by side, since no renderer but the newest draws progress bars; the words stand in the wider one. */
export function progressBar({ text, done, total }: Block & { block: 'progress' }): Element {
  const left = total - done;
  const label = textElement(text, { size: 'small' });
  const filled: Column = bar({ style: 'accent', width: done, items: done >= left ? [label] : [] });
  const open: Column = bar({ style: 'emphasis', width: left, items: done >= left ? [] : [label] });
  const columns = [filled, open].filter(({ width }) => width !== 0);
  return { type: 'ColumnSet', columns };
}

function bar(part: Pick<Column, 'style' | 'width' | 'items'>): Column {
  return { type: 'Column', ...part, spacing: 'none', verticalContentAlignment: 'center' };
}
