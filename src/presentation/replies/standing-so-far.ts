/** What someone who comes back had reached, and what is still open: for greetings and reminders. */

import { cardByKey } from '../../assessment/find-card.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { dayOf } from '../../conversation/day-of.ts';
import type { LastResult, OpenQuestions } from '../../conversation/standing.ts';
import { cardName } from '../dialog-texts.ts';
import { formatDate } from '../format-date.ts';
import { stairTitle } from '../stair-title.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What belongs to an instrument that is no longer kept is left out. */
export function standingSoFar(
  voice: Voice,
  { last, open }: { last?: LastResult | undefined; open?: OpenQuestions | undefined },
): Block[] {
  return [...(last ? lastBlocks(voice, last) : []), ...(open ? openBlocks(voice, open) : [])];
}

function lastBlocks(
  { t, locale, context }: Voice,
  { dialog, version, stair, at, provisional }: LastResult,
): Block[] {
  if (!context.instrument(dialog, version)) return [];
  const result = stairTitle(t, stair, dialog);
  const date = formatDate(locale, dayOf(at));
  const text = provisional
    ? t('bot:so-far.last-provisional', { date })
    : t('bot:so-far.last', { result, date });
  return [{ block: 'text', text, tone: 'strong' }];
}

function openBlocks(voice: Voice, open: OpenQuestions): Block[] {
  const instrument = voice.context.instrument(open.dialog, open.version);
  if (!instrument) return [];
  const { answered, total } = open.progress;
  const text = voice.t('bot:status.progress', { dialog: voice.t(`${open.dialog}:title`), answered, total });
  return [
    ...(answered < total ? [{ block: 'text', text } as const] : []),
    ...LISTS.flatMap(name => listOf(voice, instrument, { name, open })),
  ];
}

const LISTS = ['colleague', 'skipped', 'unanswered'] as const;

function listOf(
  voice: Voice,
  instrument: Instrument,
  { name, open }: { name: (typeof LISTS)[number]; open: OpenQuestions },
): Block[] {
  const { names } = open;
  const cards = open[name].flatMap(key => cardByKey(instrument, names, key) ?? []);
  if (cards.length === 0) return [];
  return [
    { block: 'text', text: voice.t(`bot:so-far.${name}`) },
    { block: 'list', items: cards.map(card => cardName(voice, instrument, { card, names })) },
  ];
}
