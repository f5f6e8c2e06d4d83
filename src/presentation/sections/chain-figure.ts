import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf, inputShort, itemName } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import { chainSvg } from '../picture/chain-svg.ts';
import { chainAlt } from '../picture/chain-texts.ts';
import { valueLabel } from '../value-label.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';
import type { SectionFigure } from './section-figure.ts';

/** A chain with everything that was told of it. */
export function chainFigure(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<'told'>>,
): SectionFigure {
  const { t } = voice;
  const rows = linksOf(voice, { instrument, section });
  const what = t('bot:chain.what');
  const labels = [what, ...new Set(rows.flatMap(({ told }) => told.map(({ label }) => label)))];
  const columns = [...new Set(labels)];
  const alt = chainAlt(t, rows);
  const caption = lineText(voice, instrument, section.title);
  const links = rows.map(({ name, standing, told }) => ({
    name,
    standing,
    lines: told.filter(({ label }) => label === what).map(({ said }) => said),
    measure: standing === 'measured' ? measureOf(told, what) : t(`bot:chain.${standing}`),
  }));
  const svg = chainSvg({ alt, title: caption, links }, 'page');
  return {
    svg,
    alt,
    width: 'wide',
    table: {
      caption,
      head: [t('bot:chain.link'), ...columns],
      rows: rows.map(({ name, told }) => [
        name,
        ...columns.map(column => told.find(({ label }) => label === column)?.said ?? '–'),
      ]),
    },
  };
}

/** All that was told of a link but what it is: "mittari: läpimenoaika. lähtötaso: 30 päivää". */
function measureOf(told: readonly { readonly label: string; readonly said: string }[], what: string): string {
  return told.flatMap(({ label, said }) => (label === what ? [] : [`${label}: ${said}`])).join('. ');
}

/** Each link by its name, with what was told of it under the names of the fields. */
function linksOf(voice: Voice, { instrument, section }: DrawnSection<SectionOf<'told'>>) {
  return section.rows.map(({ item, entries, standing = 'empty' }) => {
    const name = itemName(voice, instrument, item);
    const told = entries.map(({ key, value }) => {
      const label = inputShort(voice, instrument, key);
      const said = valueLabel(voice, instrument, { input: inputOf(instrument, key), value });
      return { label: label === name ? voice.t('bot:chain.what') : label, said };
    });
    return { name, standing, told };
  });
}
