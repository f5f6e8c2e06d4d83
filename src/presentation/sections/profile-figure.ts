import type { Axis } from '../../assessment/sections/profile.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../dialog-texts.ts';
import { levelsText } from '../levels-text.ts';
import { levelsWords } from '../levels-words.ts';
import { radarSvg } from '../picture/radar-svg.ts';
import { radarTexts } from '../picture/radar-texts.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';
import type { SectionFigure } from './section-figure.ts';

type Profile = DrawnSection<SectionOf<'profile'>>;

/** With a column for each of more units than these, the table needs the whole width. */
const MOST_BESIDE = 3;

/** Levels by axes, and those that are aimed at; the levels of each unit stand in a column of their own. */
export function profileFigure(voice: Voice, { instrument, section }: Profile): SectionFigure {
  const { t } = voice;
  const { axes, of } = section;
  const name = ({ item }: Pick<Axis, 'item'>) => itemName(voice, instrument, item);
  const named = axes.map(axis => ({ ...axis.level, target: axis.target, name: name(axis) }));
  const units = axes[0]?.units ?? [];
  const aimed = axes.some(({ target }) => target !== undefined);
  const texts = radarTexts(t, instrument.id, named);
  const head = [
    t(levelsWords(t, instrument.id, 'axis')),
    t('bot:profile.head'),
    ...(aimed ? [t('bot:profile.target')] : []),
    ...units.map(name),
  ];
  const rows = axes.map((axis, at) => [
    // Under its number, the picture names none.
    `${at + 1} ${name(axis)}`,
    levelsText(axis.level),
    ...(aimed ? [axis.target === undefined ? '–' : String(axis.target)] : []),
    ...(axis.units ?? []).map(({ level }) => levelsText(level)),
  ]);
  return {
    svg: radarSvg({ of, axes: named }, texts, 'page'),
    alt: texts.alt,
    width: units.length > MOST_BESIDE ? 'wide' : 'half',
    table: { caption: texts.title, head, rows },
  };
}
