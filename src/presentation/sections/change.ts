import { CATALOGUE_UNKNOWN } from '../../assessment/catalogue-version.ts';
import type { Interval } from '../../assessment/interval.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { dayOf } from '../../conversation/day-of.ts';
import { inputOf, itemName } from '../dialog-texts.ts';
import { entryLine } from '../entries-text.ts';
import { formatDate } from '../format-date.ts';
import { levelsText } from '../levels-text.ts';
import { stairLabel } from '../stair-title.ts';
import { valueLabel } from '../value-label.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Drawn = DrawnSection<SectionOf<'change'>>;

/** Most answers told of each kind: the rest are counted. */
const MOST_TOLD = 8;

/** What rose, what fell and what was done since the result that was kept before this one. */
export function changeBlocks(voice: Voice, drawn: Drawn): Block[] {
  const { t, locale } = voice;
  const { section } = drawn;
  const { stair, at } = section;
  const date = formatDate(locale, dayOf(at));
  const told = [
    ...stairBlocks(voice, stair),
    ...axesBlocks(voice, drawn),
    ...measureBlocks(voice, drawn),
    ...answerBlocks(voice, drawn),
  ];
  return [
    { block: 'heading', text: t('bot:change.title', { date }), opens: 'section' },
    ...(told.length > 0 ? told : [{ block: 'text', text: t('bot:change.same') } as const]),
    ...actionsBlocks(voice, section),
    ...versionTexts(voice, drawn).map(text => ({ block: 'text', text, tone: 'quiet' }) as const),
  ];
}

/** By other questions than before, or with advice from another version of the catalogue. */
function versionTexts({ t }: Voice, { instrument, section: { version, catalogue } }: Drawn): string[] {
  const asked = { before: version, now: instrument.version };
  return [
    ...(asked.before === asked.now ? [] : [t('bot:change.version', asked)]),
    ...(catalogue
      ? [t(`bot:change.catalogue${catalogue.before === CATALOGUE_UNKNOWN ? '-unknown' : ''}`, catalogue)]
      : []),
  ];
}

function stairBlocks({ t }: Voice, stair: SectionOf<'change'>['stair']): Block[] {
  if (!stair) return [];
  const text = t(`bot:change.stair-${wayOf(stair)}`, {
    before: stairLabel(t, stair.before),
    now: stairLabel(t, stair.now),
  });
  return [{ block: 'text', text, tone: 'strong' }];
}

/** An interval that grew at one end and shrank at the other has only become another one. */
function wayOf({ before, now }: { before: Interval; now: Interval }): 'rose' | 'fell' | 'same' | 'other' {
  const [low, high] = [now.low - before.low, now.high - before.high];
  if (low === 0 && high === 0) return 'same';
  if (low >= 0 && high >= 0) return 'rose';
  return low <= 0 && high <= 0 ? 'fell' : 'other';
}

function axesBlocks(voice: Voice, { instrument, section: { axes } }: Drawn): Block[] {
  if (axes.length === 0) return [];
  const items = axes.map(({ item, before, now }) =>
    voice.t('bot:change.axis', {
      item: itemName(voice, instrument, item),
      before: levelsText(before),
      now: levelsText(now),
    }),
  );
  return [{ block: 'list', items }];
}

/** All of them: nobody has more than a roadmap holds. */
function measureBlocks(voice: Voice, { instrument, section: { measures = [] } }: Drawn): Block[] {
  if (measures.length === 0) return [];
  const { t } = voice;
  const input = inputOf(instrument, 'state');
  const items = measures.map(({ item, before, now }) => {
    const state = valueLabel(voice, instrument, { input, value: now });
    const answer = t('bot:noted.line', { item: itemName(voice, instrument, item), answer: state });
    return before === undefined
      ? answer
      : t('bot:change.answer', { answer, before: valueLabel(voice, instrument, { input, value: before }) });
  });
  return [
    { block: 'text', text: t('bot:change.measures'), tone: 'strong' },
    { block: 'list', items },
  ];
}

function answerBlocks(voice: Voice, drawn: Drawn): Block[] {
  return (['rose', 'fell'] as const).flatMap((way): Block[] => {
    const lines = drawn.section.answers
      .filter(one => one.way === way)
      .flatMap(one => line(voice, drawn, one));
    if (lines.length === 0) return [];
    const more = lines.length - MOST_TOLD;
    return [
      { block: 'text', text: voice.t(`bot:change.${way}`), tone: 'strong' },
      {
        block: 'list',
        items: [
          ...lines.slice(0, MOST_TOLD),
          ...(more > 0 ? [voice.t('bot:change.more', { count: more })] : []),
        ],
      },
    ];
  });
}

/** Nothing of an item that somebody added: its name is not among what was compared. */
function line(
  voice: Voice,
  { instrument }: Drawn,
  { key, before, now }: SectionOf<'change'>['answers'][number],
): string[] {
  const entry = entryLine(voice, instrument, { key, value: now, names: {} });
  if (!entry) return [];
  const { item, text } = entry;
  const answer = item
    ? voice.t('bot:noted.line', { item: itemName(voice, instrument, item), answer: text })
    : text;
  const earlier = valueLabel(voice, instrument, { input: inputOf(instrument, key), value: before });
  return [voice.t('bot:change.answer', { answer, before: earlier })];
}

function actionsBlocks({ t, context }: Voice, { actions }: SectionOf<'change'>): Block[] {
  return (['done', 'left'] as const).flatMap((state): Block[] => {
    const known = actions[state].filter(id => context.actions.some(one => one.id === id));
    if (known.length === 0) return [];
    return [
      { block: 'text', text: t(`bot:change.${state}`), tone: 'strong' },
      { block: 'list', items: known.map(id => t(`actions:${id}.title`)) },
    ];
  });
}
