import type { Activity } from './activity.ts';
import type { Announce } from './announcer.ts';
import { answerIn, type Jump } from './jump.ts';
import { gistOf } from './message.ts';
import type { Shown } from './transcript.ts';
import type { ViewWindow } from './view-window.ts';

/** A message of the bot that has just been shown. */
export interface Arrived extends Shown {
  readonly activity: Activity;
}

/** Why something arrived: the person pressed or wrote, it was said before, or somebody else did something. */
export type Cause = 'press' | 'words' | 'replay' | 'other';

export interface ArrivalOptions {
  readonly window: ViewWindow;
  readonly announce: Announce;
  readonly jump: Jump;
  /** The question that is open, or was until now. */
  readonly question: () => HTMLElement | undefined;
  /** Whether the person is in the field to write in. */
  readonly isWriting: () => boolean;
}

/**
 * Brings what arrived before the person: shown from its top, and read out once. After a press the focus goes to it, which
 * is what a screen reader reads; after typing it stays in the send box, and so it does for whoever has begun to write since:
 * their Enter would press a card. Whoever reads further up is not pulled away.
 */
export function showArrived(
  arrived: readonly Arrived[],
  { cause, following }: { cause: Cause; following: boolean },
  options: ArrivalOptions,
): void {
  const target = targetOf(arrived)?.element;
  if (cause === 'replay') {
    if (target) options.window.show(target);
    return;
  }
  if (target && cause === 'other' && !following) options.jump.offer(target, 'jump');
  else {
    if (target) bringUp(arrived, target, options.window);
    if (arrived.every(asksNothingNew)) keepInReach(options);
  }
  const focused = cause === 'press' && !options.isWriting() ? target : undefined;
  focused?.focus({ preventScroll: true });
  const unheard = arrived.filter(
    ({ element, how }) => element !== focused && (how === 'added' || cause === 'words'),
  );
  for (const { activity } of unheard) options.announce(gistOf(activity), activity.locale);
}

/** It only tells something, or asks again in its old place: what is to be pressed next is still the question. */
function asksNothingNew({ element, how }: Arrived): boolean {
  return how === 'replaced' || element.dataset.asks === undefined;
}

/** An explanation may push the answers out of sight: then one press leads back to them. */
function keepInReach({ question, window, jump }: ArrivalOptions): void {
  const open = question();
  if (open && !window.sees(answerIn(open))) jump.offer(open, 'toQuestion');
}

/** What is to be answered next; else the first of what was said, as of a result in two parts. */
function targetOf(arrived: readonly Arrived[]): Arrived | undefined {
  const added = arrived.filter(({ how }) => how === 'added');
  const last = added.at(-1);
  return last?.activity.inputHint === 'expectingInput' ? last : added[0];
}

/** The rest of what was said with it comes into view too, where there is room. */
function bringUp(arrived: readonly Arrived[], target: HTMLElement, window: ViewWindow): void {
  const added = arrived.filter(({ how }) => how === 'added').map(({ element }) => element);
  for (const beside of [added[0], added.at(-1)]) {
    if (beside && window.fits(beside, target) && window.fits(target, beside)) window.show(beside);
  }
  window.show(target);
}
