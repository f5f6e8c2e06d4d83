import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputShort } from '../dialog-texts.ts';
import { formatShare } from '../format-number.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';

type Standing = SectionOf<'standing'>;
type Drawn = DrawnSection<Standing>;

/** Whether one condition, known not to hold, is all that keeps the next stair from holding. */
export function decisive({ stair, holding, unknown = [], smallestLift, liftsTo }: Standing): boolean {
  const lone = holding.length === 1 && unknown.length === 0 && smallestLift.length === 1;
  return lone && stair.low === stair.high && liftsTo !== undefined;
}

/** The way up from the stair: how far it is, what holds it down, what is not known yet, what would lift it. */
export function wayUpBlocks(voice: Voice, drawn: Drawn): Block[] {
  const { stairs, stair } = drawn.section;
  const assessed = stairs?.[stair.low]?.holds !== 'not-assessed';
  return [
    ...howFar(voice, drawn),
    ...(assessed ? [...holding(voice, drawn), ...unknown(voice, drawn), ...lift(voice, drawn)] : []),
  ];
}

/** How far it is to the next stair, and what of the stairs above it holds already. */
export function howFar(voice: Voice, drawn: Drawn): Block[] {
  const { t, locale } = voice;
  const { stairs, stair, of, progress, unknown: open = [] } = drawn.section;
  if (stair.low === of) return [];
  const next = stair.low + 1;
  if (stairs?.[stair.low]?.holds === 'not-assessed')
    return [{ block: 'text', text: t('bot:result.not-assessed', { next }), tone: 'strong' }];
  const share = formatShare(locale, progress);
  // How far it is to the first stair says too little of whoever has those above, and nothing while nothing is known.
  const told = !(passesOver(drawn.section) && stair.low === 0) && (progress > 0 || open.length === 0);
  const bar = {
    block: 'progress' as const,
    // An unknown answer counts as none of the way here, so the way may be further along: "at least".
    text: t(open.length > 0 ? 'bot:result.progress-at-least' : 'bot:result.progress', { next, share }),
    done: Math.floor(progress * 100),
    total: 100,
    chart: 'gauge' as const,
  };
  return [...praise(voice, drawn), ...(told ? [bar] : [])];
}

/** Whether the stairs above the gap hold already, so that whoever closes it goes up by more than one. */
export function passesOver({ stair, unknown = [], liftsTo = 0 }: Standing): boolean {
  return stair.low === stair.high && unknown.length === 0 && liftsTo > stair.low + 1;
}

/** What holds already above the gap, and where a single condition is the gap, that it decides. */
function praise(voice: Voice, { instrument, section }: Drawn): Block[] {
  const { t } = voice;
  const { stair, liftsTo = 0, holding } = section;
  const [condition] = holding;
  if (!passesOver(section) || condition === undefined) return [];
  const from = stair.low + 2;
  const count = liftsTo - from + 1;
  const already = t('bot:result.above-hold', { count, from, to: liftsTo });
  if (!decisive(section)) return [{ block: 'text', text: already }];
  const decides = t('bot:result.decides', {
    condition: inputShort(voice, instrument, condition),
    to: liftsTo,
  });
  return [{ block: 'text', text: `${already} ${decides}` }];
}

function holding(voice: Voice, { instrument, section }: Drawn): Block[] {
  const { t } = voice;
  const { holding, near = [], stair } = section;
  if (holding.length === 0) return [];
  const items = holding.map(id => {
    const condition = inputShort(voice, instrument, id);
    const missing = near.find(one => one.id === id)?.missing;
    return missing === undefined ? condition : t('bot:result.near', { condition, count: missing });
  });
  return [
    {
      block: 'text',
      text: t('bot:result.holding', { count: holding.length, next: stair.low + 1 }),
      tone: 'strong',
    },
    { block: 'list', items },
  ];
}

/** Conditions answered with "don't know", apart from those that are not met, each with whom to ask. */
function unknown(voice: Voice, { instrument, section: { unknown = [] } }: Drawn): Block[] {
  const { t } = voice;
  if (unknown.length === 0) return [];
  const items = unknown.map(id => {
    const condition = inputShort(voice, instrument, id);
    const ask = `${instrument.id}:inputs.${id}.ask`;
    return t.has(ask) ? t('bot:result.unknown-ask', { condition, ask: t(ask) }) : condition;
  });
  return [
    { block: 'text', text: t('bot:result.unknown', { count: unknown.length }), tone: 'strong' },
    { block: 'list', items },
  ];
}

function lift(voice: Voice, { instrument, section }: Drawn): Block[] {
  const { t } = voice;
  const { holding, unknown = [], smallestLift, stair, liftsTo } = section;
  const next = stair.low + 1;
  const open = [...holding, ...unknown];
  const everything = open.length === smallestLift.length && smallestLift.every(id => open.includes(id));
  // Where only unknown answers are in the way, nothing is known that has to change.
  if (holding.length === 0) return [];
  if (everything)
    return [
      {
        block: 'text',
        text: t('bot:result.lift-same', { count: open.length, next: liftsTo ?? next }),
      },
    ];
  return [
    { block: 'text', text: t('bot:result.lift', { count: smallestLift.length, next }), tone: 'strong' },
    { block: 'list', items: smallestLift.map(id => inputShort(voice, instrument, id)) },
  ];
}
