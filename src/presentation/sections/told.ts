import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf, inputShort, itemName } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import { chainPicturePath } from '../picture/chain-picture-path.ts';
import { chainAlt } from '../picture/chain-texts.ts';
import { valueLabel } from '../value-label.ts';
import type { Block, Row, RowAnswer } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Told = DrawnSection<SectionOf<'told'>>;

/** What was told row by row, each answer under the name of its field. */
export function toldBlocks(voice: Voice, { instrument, section }: Told): Block[] {
  const rows = section.rows.map(({ item, entries, remark }): Row => {
    const title = itemName(voice, instrument, item);
    const answers = entries.map(({ key, value }): RowAnswer => {
      const label = inputShort(voice, instrument, key);
      const said = valueLabel(voice, instrument, { input: inputOf(instrument, key), value });
      // A field that is called what its row is called would say the name twice.
      return { ...(label !== title && { label }), value: said, state: 'given' };
    });
    const open: RowAnswer = { value: voice.t('bot:summary.unanswered'), state: 'open' };
    return {
      title,
      answers: answers.length === 0 ? [open] : answers,
      remarks: remark ? [lineText(voice, instrument, remark)] : [],
      words: [],
    };
  });
  const listed: Block = { block: 'rows', title: lineText(voice, instrument, section.title), rows };
  return section.as === 'chain' ? [picture(voice, { instrument, section }), listed] : [listed];
}

/** How the links stand, without anybody's words: its address says what is in it. What it shows is told below it, too. */
function picture(voice: Voice, { instrument, section }: Told): Block {
  const { t, context, locale } = voice;
  const links = section.rows.map(({ item, standing = 'empty' }) => ({
    name: itemName(voice, instrument, item),
    standing,
  }));
  const shown = { dialog: instrument.id, links: links.map(({ standing }) => standing), locale };
  return {
    block: 'picture',
    url: `${context.publicUrl}${chainPicturePath(shown)}`,
    alt: chainAlt(t, links),
  };
}
