import type { Block, Row, RowAnswer } from '../view.ts';
import type { Column, Element, TextRun } from './element.ts';
import { headingElement, textElement } from './literal-text.ts';
import { submitButton } from './submit-button.ts';
import { wordsBlock } from './words-block.ts';

/** A titled group of the summary: one line a step, its change button beside it. */
export function rowElements({ title, rows }: Block & { block: 'rows' }): Element[] {
  return [
    headingElement(title, { size: 'default', spacing: 'large' }),
    ...rows.map(row => rowElement(row, row.title === title ? 'under-its-name' : 'named')),
  ];
}

/** The row "Kunta ja roolisi" is alone in a group of that name: it does not say it once more. */
function rowElement(
  { title, answers, remarks, words, change }: Row,
  how: 'named' | 'under-its-name',
): Element {
  const said: Column = {
    type: 'Column',
    width: 'stretch',
    verticalContentAlignment: 'center',
    items: [
      ...(how === 'named' ? [textElement(title)] : []),
      ...answers.map(answerElement),
      ...remarks.map(remarkElement),
      ...words.map(wordsBlock),
    ],
  };
  const button: Column[] = change
    ? [
        {
          type: 'Column',
          width: 'auto',
          verticalContentAlignment: 'center',
          items: [{ type: 'ActionSet', actions: [submitButton(change)] }],
        },
      ]
    : [];
  return { type: 'ColumnSet', columns: [said, ...button], spacing: 'small', separator: true };
}

function answerElement({ label, value, state }: RowAnswer): Element {
  const answer: TextRun = { type: 'TextRun', text: value, ...WEIGHT[state] };
  const name: TextRun[] = label === undefined ? [] : [{ type: 'TextRun', text: `${label}: ` }];
  return { type: 'RichTextBlock', inlines: [...name, answer], spacing: 'none' };
}

const WEIGHT = { given: { weight: 'bolder' }, open: { color: 'attention' } } as const;

function remarkElement(text: string): Element {
  return textElement(text, { isSubtle: true, size: 'small', spacing: 'none' });
}
