import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputShort, itemName, lower } from '../dialog-texts.ts';
import { formatShare } from '../format-number.ts';
import { heatSvg } from '../picture/heat-svg.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';
import type { SectionFigure } from './section-figure.ts';

/** Shares as a grid of shades, and the same figures in a table; what they come to in all stands in the table alone. */
export function heatFigure(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<'heat'>>,
): SectionFigure {
  const { t, locale } = voice;
  const title = t('bot:heat.title');
  const columns = section.columns.map(id => inputShort(voice, instrument, id));
  const written = (share: number | null) => (share === null ? '–' : formatShare(locale, share));
  const rows = section.rows.map(({ item, shares }) => ({
    name: itemName(voice, instrument, item),
    cells: shares.map(share => ({ share, text: written(share) })),
  }));
  const all = rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ share, text }, at) =>
      share === null ? [] : [{ share, text: `${name}, ${lower(columns[at] ?? '')} ${text}` }],
    ),
  );
  const byShare = all.toSorted((one, other) => one.share - other.share);
  const alt = t('bot:heat.alt', {
    rows: rows.length,
    columns: columns.length,
    least: byShare[0]?.text ?? '–',
    most: byShare.at(-1)?.text ?? '–',
  });
  return {
    svg: heatSvg({ alt, title, columns, rows }),
    alt,
    width: 'wide',
    table: {
      caption: title,
      head: [t('bot:heat.row'), ...columns],
      rows: [
        ...rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
        ...(section.whole ? [[t('bot:heat.whole'), ...section.whole.map(written)]] : []),
      ],
    },
  };
}
