/** What asks: made from what is pending, so that it can be said, and searched for a label, at any time again. */

import type { AnswerKey } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { fillsOf } from '../assessment/instrument.ts';
import { namesIn } from '../assessment/names-in.ts';
import type { Place } from '../assessment/places.ts';
import { sourceDay } from '../assessment/prefilled.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { walk } from '../assessment/walk.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import { canFill } from './fill.ts';
import { type Lasting, lastingOf } from './pending-kinds.ts';
import { progressAt, refOf, valuesOf } from './place.ts';
import type { Reply } from './reply.ts';
import type { Pending } from './session.ts';

type PendingOf<K extends Pending['kind']> = Extract<Pending, { kind: K }>;

/** Opens a question under a new nonce, on what is open: presses on any earlier card become stale. */
export function ask<P extends Pending>(
  scene: Scene,
  open: (nonce: string, beneath: Lasting | undefined) => P,
  reply: (pending: P) => Reply,
): Turn {
  const serial = scene.session.serial + 1;
  const pending = open(serial.toString(36), lastingOf(scene.session.pending));
  return say({ ...scene.session, serial, pending, misses: 0 }, [reply(pending)]);
}

/** A card as it is with the answers given so far. */
export function cardReply(scene: RunScene, card: Card, nonce: string): Reply {
  return {
    kind: 'question',
    step: card.key,
    nonce,
    progress: progressAt(scene, card),
    values: valuesOf(scene, card),
    ...sourcesAt(scene, card),
    ...fillsAt(scene, card),
    ...(card.step.type === 'show' && figuresAt(scene, card)),
    ...refOf(scene.instrument),
  };
}

function sourcesAt({ instrument, run }: RunScene, card: Card): { sources?: Record<string, string> } {
  const sources = fieldsOf(instrument, card, run.answers).flatMap(({ key }) => {
    const day = sourceDay(run.prefilled, key);
    return day === undefined ? [] : [[key, day] as const];
  });
  return sources.length > 0 ? { sources: Object.fromEntries(sources) } : {};
}

function fillsAt(scene: RunScene, card: Card): { fills?: string[] } {
  const fills = fillsOf(card.step).filter(fill => canFill(scene, card, fill));
  return fills.length > 0 ? { fills: fills.map(({ id }) => id) } : {};
}

/** More would be too heavy for a card of Teams: then each item is opened at its first card. */
const MOST_WITHIN = 80;

/** What a card of figures shows, and where the way goes on from it. */
function figuresAt(scene: RunScene, card: Card): Figures {
  const { instrument, run } = scene;
  const sections = scoringOf(instrument).interim?.(instrument, run.answers, card.at) ?? [];
  const { next, path } = walk(instrument, run.answers, [...run.passed, card.key]);
  const within = path.filter(
    ({ step, at }) => step.type !== 'show' && at.length === card.at.length + 1 && isWithin(at, card.at),
  );
  const items = new Set(within.map(({ at }) => at.at(-1)?.item));
  return {
    sections,
    ...(next && { next: next.key }),
    // An item of one card is opened by its name.
    ...(items.size < within.length &&
      within.length <= MOST_WITHIN && { within: within.map(({ key }) => key) }),
  };
}

type Figures = Pick<Extract<Reply, { kind: 'question' }>, 'sections' | 'within' | 'next'>;

function isWithin(at: readonly Place[], around: readonly Place[]): boolean {
  return around.every(({ item }, depth) => at[depth]?.item === item);
}

/** A card, or the one field of it that is asked by text. */
export function stepReply(scene: RunScene, card: Card, { nonce, input }: PendingOf<'step'>): Reply {
  if (input === undefined) return cardReply(scene, card, nonce);
  const values = valuesOf(scene, card);
  return { kind: 'input-asked', step: card.key, input, nonce, values, ...refOf(scene.instrument) };
}

/** What a register of services told, as it stands before the person. */
export function prefillReply(
  { instrument }: Pick<RunScene, 'instrument'>,
  pending: PendingOf<'prefill' | 'prefill-where'>,
): Reply {
  if (pending.kind === 'prefill-where') return pending;
  const ref = refOf(instrument);
  const { changing, own: _own, ...shown } = pending;
  return { ...ref, ...shown, ...(changing !== undefined && { changing }) };
}

/** What is asked beside the cards of a run. */
export function asideReply(
  scene: RunScene,
  pending: PendingOf<'reason' | 'note' | 'keep-note' | 'reading'>,
): Reply {
  const { nonce } = pending;
  const ref = refOf(scene.instrument);
  const names = namesIn(scene.run.answers);
  switch (pending.kind) {
    case 'reason':
      return { kind: 'reason', step: pending.step, nonce, names, ...ref };
    case 'note':
      return { kind: 'note-asked', step: pending.step, nonce, names, ...ref };
    case 'keep-note':
      return { kind: 'note-offered', step: pending.step, nonce, note: pending.note, ...ref };
    case 'reading':
      return readingReply(scene, pending);
  }
}

/** What was probably said. What was left out is told when it is asked, and remembered no longer. */
export function readingReply(
  { instrument, run }: RunScene,
  { nonce, entries }: PendingOf<'reading'>,
  left: readonly AnswerKey[] = [],
): Reply {
  const reply = {
    kind: 'did-you-mean',
    nonce,
    entries,
    names: namesIn(run.answers),
    ...refOf(instrument),
  } as const;
  return left.length > 0 ? { ...reply, left } : reply;
}

/** The question for a name: of a result that is to be kept, or of the role that a colleague has. */
export function nameReply({ nonce, of }: PendingOf<'name'>): Reply {
  return of === 'part' ? { kind: 'role-asked', nonce } : { kind: 'keep-asked', nonce };
}

/** "Are you sure?", or "did you mean this command?": asked with or without a run. */
export function sureReply(pending: PendingOf<'confirm' | 'command'>): Reply {
  const { nonce } = pending;
  if (pending.kind === 'confirm') {
    const { what, kept, own } = pending;
    return { kind: 'confirm', what, nonce, ...(kept && { kept }), ...(own && { own }) };
  }
  const { name, dialog } = pending;
  return { kind: 'command-suggested', name, nonce, ...(dialog !== undefined && { dialog }) };
}
