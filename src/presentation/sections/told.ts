import type { SectionOf } from '../../assessment/outcome.ts';
import { inputOf, inputShort, itemName, valueLabel } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import type { Block, Row, RowAnswer } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Told = DrawnSection<SectionOf<'told'>>;

/** What was told row by row, each answer under the name of its field. */
export function toldBlocks(voice: Voice, { definition, section }: Told): Block[] {
  const rows = section.rows.map(({ item, entries, remark }): Row => {
    const title = itemName(voice, definition, item);
    const answers = entries.map(({ key, value }): RowAnswer => {
      const label = inputShort(voice, definition, key);
      const said = valueLabel(voice, definition, { input: inputOf(definition, key), value });
      // What is called as its row is says it twice.
      return { ...(label !== title && { label }), value: said, state: 'given' };
    });
    const open: RowAnswer = { value: voice.t('bot:summary.unanswered'), state: 'open' };
    return {
      title,
      answers: answers.length === 0 ? [open] : answers,
      remarks: remark ? [lineText(voice, definition, remark)] : [],
      words: [],
    };
  });
  return [{ block: 'rows', title: lineText(voice, definition, section.title), rows }];
}
