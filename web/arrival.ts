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
}

/**
 * Brings what arrived before the person: shown from its top, and read out once. After a press the focus goes to it, which
 * is what a screen reader reads; after typing it stays in the send box. Whoever reads further up is not pulled away.
 */
export function react(
  arrived: readonly Arrived[],
  { cause, following }: { cause: Cause; following: boolean },
  { window, announce, jump, question }: ArrivalOptions,
): void {
  const target = targetOf(arrived);
  if (cause === 'replay') {
    if (target) window.show(target.element);
    return;
  }
  if (target) {
    if (cause === 'other' && !following) jump.offer(target.element, 'jump');
    else {
      bringUp(arrived, target.element, window);
      keepInReach(question(), { window, jump });
    }
    if (cause === 'press') target.element.focus({ preventScroll: true });
  }
  for (const { activity, how, element } of arrived) {
    const focused = cause === 'press' && element === target?.element;
    if (!focused && (how === 'added' || cause === 'words')) announce(gistOf(activity), activity.locale);
  }
}

/** An explanation may push the answers out of sight: then one press leads back to them. */
function keepInReach(
  question: HTMLElement | undefined,
  { window, jump }: Pick<ArrivalOptions, 'window' | 'jump'>,
): void {
  if (question && !window.sees(answerIn(question))) jump.offer(question, 'toQuestion');
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
