import type { Activity } from './activity.ts';
import type { Announce } from './announcer.ts';
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
  readonly jump: { readonly offer: (to: HTMLElement) => void; readonly withdraw: () => void };
}

/**
 * Brings what arrived before the person: shown from its top, and read out once. After a press the focus goes to it, which
 * is what a screen reader reads; after typing it stays in the send box. Whoever reads further up is not pulled away.
 */
export function react(
  arrived: readonly Arrived[],
  { cause, following }: { cause: Cause; following: boolean },
  { window, announce, jump }: ArrivalOptions,
): void {
  const target = targetOf(arrived);
  if (cause === 'replay') {
    if (target) window.show(target.element);
    return;
  }
  if (target) {
    if (cause === 'other' && !following) jump.offer(target.element);
    else bringUp(arrived, target.element, window);
    if (cause === 'press') target.element.focus({ preventScroll: true });
  }
  for (const { activity, how, element } of arrived) {
    const focused = cause === 'press' && element === target?.element;
    if (!focused && (how === 'added' || cause === 'words')) announce(gistOf(activity), activity.locale);
  }
}

/** What is to be answered next; else the first of what was said. */
function targetOf(arrived: readonly Arrived[]): Arrived | undefined {
  const added = arrived.filter(({ how }) => how === 'added');
  return added.filter(({ element }) => element.dataset.asks !== undefined).at(-1) ?? added[0];
}

/** The rest of what was said with it comes into view as far as there is room. */
function bringUp(arrived: readonly Arrived[], target: HTMLElement, window: ViewWindow): void {
  const last = arrived.filter(({ how }) => how === 'added').at(-1)?.element;
  if (last && last !== target) window.show(last);
  window.show(target);
}
