import type { Instrument } from '../../assessment/instrument.ts';
import { radarAxes } from '../../assessment/scoring/radar-axes.ts';
import type { Axis } from '../../assessment/sections/profile.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../dialog-texts.ts';
import { formatShare } from '../format-number.ts';
import { levelsText } from '../levels-text.ts';
import { levelsWords } from '../levels-words.ts';
import { radarPicturePath, SPOKES } from '../picture/radar-picture-path.ts';
import { radarTexts } from '../picture/radar-texts.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Profile = DrawnSection<SectionOf<'profile'>>;

/** The levels as a picture and one by one, how far they can be trusted, and what the weakest need next. */
export function profileBlocks(voice: Voice, { instrument, section }: Profile): Block[] {
  return [
    ...picture(voice, { instrument, section }),
    {
      block: 'list',
      items: section.axes.map(axis => levelText(voice, instrument, { axis, of: section.of })),
    },
    ...spread(voice, { instrument, section }),
    ...(section.axes.length > 1 && !isAimed(section) ? certainty(voice, section) : []),
    ...nextSteps(voice, { instrument, section }),
  ];
}

/** Levels to aim at are told beside what was assessed elsewhere. */
function isAimed({ axes }: SectionOf<'profile'>): boolean {
  return axes.some(({ target }) => target !== undefined);
}

/** Its address says what is in it. Axes that people named themselves are not in it: those are listed below alone. */
function picture(voice: Voice, { instrument, section }: Profile): Block[] {
  const { t, context, locale } = voice;
  const { axes } = section;
  const isWhole =
    axes.length === radarAxes(instrument)?.names.length && axes.every(({ item }) => item.name === undefined);
  if (!isWhole || axes.length < SPOKES.fewest || axes.length > SPOKES.most) return [];
  const named = axes.map(({ item, level, target }) => ({
    name: itemName(voice, instrument, item),
    target,
    ...level,
  }));
  return [
    {
      block: 'picture',
      url: `${context.publicUrl}${radarPicturePath({ dialog: instrument.id, axes: named, locale })}`,
      alt: radarTexts(t, instrument.id, named).alt,
    },
  ];
}

/** An axis with its level, and with that of each unit where there are several. */
function levelText(voice: Voice, instrument: Instrument, { axis, of }: { axis: Axis; of: number }): string {
  const { t } = voice;
  const { low, high } = axis.level;
  const item = itemName(voice, instrument, axis.item);
  const said =
    low !== high
      ? t('bot:profile.levels', { item, low, high })
      : low === 0
        ? t('bot:profile.none', { item })
        : t('bot:profile.level', { item, low, of });
  if (axis.target !== undefined) return t('bot:profile.aimed', { said, target: axis.target });
  if (!axis.units) return said;
  const units = axis.units.map(unit =>
    t('bot:profile.unit', { unit: itemName(voice, instrument, unit.item), level: levelsText(unit.level) }),
  );
  return t('bot:profile.units', { said, units: units.join('; ') });
}

/** Between units: where they are farthest apart. Within one: from the weakest to the strongest. */
function spread(voice: Voice, { instrument, section }: Profile): Block[] {
  const { t } = voice;
  // What is sure: a unit of which nothing is known yet is apart from none.
  const apart = section.axes.map(({ item, units = [] }) => {
    const [low, high] = [units.map(({ level }) => level.low), units.map(({ level }) => level.high)];
    return { item, count: units.length > 1 ? Math.max(...low) - Math.min(...high) : 0 };
  });
  const widest = Math.max(0, ...apart.map(({ count }) => count));
  if (widest > 0) {
    const items = apart.filter(({ count }) => count === widest);
    const axes = items.map(({ item }) => itemName(voice, instrument, item)).join(', ');
    return [{ block: 'text', text: t('bot:profile.spread-units', { axes, count: widest }) }];
  }
  const told = section.axes.filter(({ coverage }) => coverage > 0).map(({ level }) => level.low);
  const [low, high] = [Math.min(...told), Math.max(...told)];
  return told.length > 1 && low < high
    ? [{ block: 'text', text: t(levelsWords(t, instrument.id, 'spread'), { low, high }) }]
    : [];
}

function certainty({ t, locale }: Voice, { axes }: SectionOf<'profile'>): Block[] {
  const coverage = axes.reduce((sum, axis) => sum + axis.coverage, 0) / axes.length;
  return [{ block: 'text', text: t('bot:profile.coverage', { share: formatShare(locale, coverage) }) }];
}

/** Most axes whose next step is told: the weakest ones. */
const MOST_STEPS = 3;

function nextSteps(voice: Voice, { instrument, section }: Profile): Block[] {
  const { t } = voice;
  const weakest = section.axes
    .filter(({ next, coverage }) => next && coverage > 0)
    .toSorted((one, other) => one.level.low - other.level.low)
    .slice(0, MOST_STEPS);
  const steps = weakest.flatMap(({ item, next }) => {
    if (!next) return [];
    const named = (items: typeof next.open) => items.map(one => itemName(voice, instrument, one)).join('; ');
    const shown = { item: itemName(voice, instrument, item), level: next.level };
    return [
      ...(next.open.length > 0 ? [t('bot:profile.needs', { ...shown, items: named(next.open) })] : []),
      ...(next.unknown.length > 0
        ? [t('bot:profile.find-out', { ...shown, items: named(next.unknown) })]
        : []),
    ];
  });
  if (steps.length === 0) return [];
  return [
    { block: 'heading', text: t('bot:profile.next'), opens: 'section' },
    { block: 'list', items: steps },
  ];
}
