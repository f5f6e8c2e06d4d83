import type { SectionOf } from '../../assessment/outcome.ts';
import { inputOf, inputShort, itemName, valueLabel } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import { chainSvg } from '../picture/chain-svg.ts';
import { chainAlt } from '../picture/chain-texts.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

/** SVG that needs nothing else, and the same as a table: its first column names the rows. */
interface ChainFigure {
  readonly title: string;
  readonly svg: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chain with everything that was told of it. */
export function chainFigure(
  voice: Voice,
  { definition, section }: DrawnSection<SectionOf<'told'>>,
  title: string,
): ChainFigure {
  const { t } = voice;
  const rows = linksOf(voice, { definition, section });
  const what = t('bot:chain.what');
  const labels = [what, ...new Set(rows.flatMap(({ told }) => told.map(({ label }) => label)))];
  const columns = [...new Set(labels)];
  const svg = chainSvg(
    {
      alt: chainAlt(t, rows),
      title: lineText(voice, definition, section.title),
      links: rows.map(({ name, standing, told }) => ({
        name,
        standing,
        lines: told.filter(({ label }) => label === what).map(({ said }) => said),
        measure:
          standing === 'measured'
            ? told.flatMap(({ label, said }) => (label === what ? [] : [`${label}: ${said}`])).join('. ')
            : t(`bot:chain.${standing}`),
      })),
    },
    'page',
  );
  return {
    title,
    svg,
    head: [t('bot:chain.link'), ...columns],
    rows: rows.map(({ name, told }) => [
      name,
      ...columns.map(column => told.find(({ label }) => label === column)?.said ?? '–'),
    ]),
  };
}

/** Each link by its name, with what was told of it under the names of the fields. */
function linksOf(voice: Voice, { definition, section }: DrawnSection<SectionOf<'told'>>) {
  return section.rows.map(({ item, entries, standing = 'empty' }) => {
    const name = itemName(voice, definition, item);
    const told = entries.map(({ key, value }) => {
      const label = inputShort(voice, definition, key);
      const said = valueLabel(voice, definition, { input: inputOf(definition, key), value });
      return { label: label === name ? voice.t('bot:chain.what') : label, said };
    });
    return { name, standing, told };
  });
}
