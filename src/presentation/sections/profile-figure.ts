import type { Axis, Interval, SectionOf } from '../../assessment/outcome.ts';
import { itemName } from '../dialog-texts.ts';
import { radarSvg } from '../picture/radar-svg.ts';
import { radarTexts } from '../picture/radar-texts.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Profile = DrawnSection<SectionOf<'profile'>>;

/** SVG that needs nothing else, and the same as a table with what the next level needs: its first column names the rows. */
interface ProfileFigure {
  readonly title: string;
  readonly svg: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Levels by axes with everything that is known of them; those of each unit stand in a column of their own. */
export function profileFigure(voice: Voice, { definition, section }: Profile, title: string): ProfileFigure {
  const { t } = voice;
  const { axes, of } = section;
  const name = ({ item }: Pick<Axis, 'item'>) => itemName(voice, definition, item);
  const named = axes.map(axis => ({ ...axis.level, target: axis.target, name: name(axis) }));
  const units = axes[0]?.units ?? [];
  const aimed = axes.some(({ target }) => target !== undefined);
  const stepping = axes.some(({ next }) => next !== undefined);
  return {
    title,
    svg: radarSvg({ of, axes: named }, radarTexts(t, named)),
    head: [
      t('bot:profile.axis'),
      t('bot:profile.head'),
      ...(aimed ? [t('bot:profile.target')] : []),
      ...units.map(name),
      ...(stepping ? [t('bot:profile.next')] : []),
    ],
    rows: axes.map(axis => [
      name(axis),
      range(axis.level),
      ...(aimed ? [axis.target === undefined ? '–' : String(axis.target)] : []),
      ...(axis.units ?? []).map(({ level }) => range(level)),
      ...(stepping ? [lacking(axis, name)] : []),
    ]),
  };
}

function lacking({ next }: Axis, name: (of: Pick<Axis, 'item'>) => string): string {
  const items = next ? [...next.open, ...next.unknown].map(item => name({ item })) : [];
  return items.length === 0 ? '–' : items.join('; ');
}

function range({ low, high }: Interval): string {
  return low === high ? String(low) : `${low}–${high}`;
}
