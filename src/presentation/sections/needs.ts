import type { Instrument } from '../../assessment/instrument.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../dialog-texts.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

/** What is open on the next level of each goal. Nothing where the other instrument's version is kept no longer. */
export function needsBlocks(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<'needs'>>,
): Block[] {
  const { t, context } = voice;
  const other: Instrument | undefined = context.instrument(section.dialog, section.version);
  if (!other) return [];
  const items = section.rows.map(({ item, level, open }) =>
    t('bot:profile.needs', {
      item: itemName(voice, instrument, item),
      level,
      items: open.map(one => itemName(voice, other, one)).join('; '),
    }),
  );
  return [
    { block: 'heading', text: t('bot:profile.next'), opens: 'section' },
    { block: 'list', items },
  ];
}
