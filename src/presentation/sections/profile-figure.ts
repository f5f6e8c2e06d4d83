import type { Axis } from '../../assessment/sections/profile.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../dialog-texts.ts';
import { radarSvg } from '../picture/radar-svg.ts';
import { radarTexts } from '../picture/radar-texts.ts';
import type { Voice } from '../voice.ts';
import { levelsText } from './change.ts';
import type { DrawnSection } from './drawn-section.ts';
import type { SectionFigure } from './figure.ts';

type Profile = DrawnSection<SectionOf<'profile'>>;

/** Levels by axes with everything that is known of them; those of each unit stand in a column of their own. */
export function profileFigure(voice: Voice, { instrument, section }: Profile): SectionFigure {
  const { t } = voice;
  const { axes, of } = section;
  const name = ({ item }: Pick<Axis, 'item'>) => itemName(voice, instrument, item);
  const named = axes.map(axis => ({ ...axis.level, target: axis.target, name: name(axis) }));
  const units = axes[0]?.units ?? [];
  const aimed = axes.some(({ target }) => target !== undefined);
  const stepping = axes.some(({ next }) => next !== undefined);
  const texts = radarTexts(t, named);
  const head = [
    t('bot:profile.axis'),
    t('bot:profile.head'),
    ...(aimed ? [t('bot:profile.target')] : []),
    ...units.map(name),
    ...(stepping ? [t('bot:profile.next')] : []),
  ];
  const rows = axes.map(axis => [
    name(axis),
    levelsText(axis.level),
    ...(aimed ? [axis.target === undefined ? '–' : String(axis.target)] : []),
    ...(axis.units ?? []).map(({ level }) => levelsText(level)),
    ...(stepping ? [lacking(axis, name)] : []),
  ]);
  return {
    svg: radarSvg({ of, axes: named }, texts),
    alt: texts.alt,
    width: 'wide',
    table: { caption: t('bot:profile.picture'), head, rows },
  };
}

function lacking({ next }: Axis, name: (of: Pick<Axis, 'item'>) => string): string {
  const items = next ? [...next.open, ...next.unknown].map(item => name({ item })) : [];
  return items.length === 0 ? '–' : items.join('; ');
}
