import type { Instrument } from '../../assessment/instrument.ts';
import type { Interval } from '../../assessment/interval.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf } from '../dialog-texts.ts';
import { stairLabel } from '../stair-title.ts';
import { valueLabel } from '../value-label.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Several areas side by side: the stair that all of them reach, each by itself, and how far they are apart. */
export function areasBlocks(voice: Voice, instrument: Instrument, section: SectionOf<'areas'>): Block[] {
  const { t } = voice;
  const named = section.rows.map(({ value, stair }) => ({
    name:
      value === undefined
        ? t('bot:areas.unnamed')
        : valueLabel(voice, instrument, { input: inputOf(instrument, section.input), value }),
    stair,
  }));
  return [
    { block: 'text', text: t('bot:areas.whole', { stair: stairLabel(t, section.whole) }), tone: 'strong' },
    {
      block: 'list',
      items: named.map(({ name, stair }) => t('bot:areas.row', { area: name, stair: stairLabel(t, stair) })),
    },
    { block: 'text', text: spread(voice, named) },
    { block: 'text', text: t('bot:areas.this') },
  ];
}

function spread({ t }: Voice, rows: readonly { name: string; stair: Interval }[]): string {
  if (rows.some(({ stair }) => stair.low !== stair.high)) return t('bot:areas.spread-open');
  const lows = rows.map(({ stair }) => stair.low);
  const [low, high] = [Math.min(...lows), Math.max(...lows)];
  if (low === high) return t('bot:areas.spread-none');
  const on = (level: number) =>
    rows
      .filter(({ stair }) => stair.low === level)
      .map(({ name }) => name)
      .join('; ');
  return t('bot:areas.spread', { count: high - low, lowest: on(low), highest: on(high) });
}
