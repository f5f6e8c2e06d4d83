import type { Activity } from './activity.ts';
import { createMessage, type MessageOptions } from './message.ts';

/** The conversation on the page, oldest first. */
export interface Transcript {
  /** Shows a message: in the place of an earlier one with its id, or last. */
  readonly put: (activity: Activity, from: 'bot' | 'own') => Shown;
  /** Gives an element that is there already the id of a message. */
  readonly adopt: (element: HTMLElement, id: string | undefined) => void;
  readonly latest: () => HTMLElement | undefined;
  /** The latest that expects an answer; none once a message with buttons of its own stands below it, such as a result. */
  readonly question: () => HTMLElement | undefined;
  /** Takes everything off the screen but these. */
  readonly clear: (except: ReadonlySet<HTMLElement>) => void;
}

export interface Shown {
  readonly element: HTMLElement;
  readonly how: 'added' | 'replaced';
}

export function createTranscript(box: HTMLElement, options: MessageOptions): Transcript {
  const shown = new Map<string, HTMLElement>();
  return {
    put: (activity, from) => {
      const element = createMessage(activity, from, options);
      const earlier = activity.id === undefined ? undefined : shown.get(activity.id);
      if (activity.id !== undefined) shown.set(activity.id, element);
      if (earlier?.isConnected) {
        // What was asked has become a line in the record: it may be quiet now.
        element.dataset.replaces = '';
        earlier.replaceWith(element);
        return { element, how: 'replaced' };
      }
      hideRepeatedTime(box, element);
      box.append(element);
      return { element, how: 'added' };
    },
    adopt: (element, id) => {
      if (id !== undefined) shown.set(id, element);
    },
    latest: () => messagesIn(box).at(-1),
    question: () => {
      // Not findLast: phones of 2021 have none.
      const latest = messagesIn(box)
        .filter(({ dataset: { asks, expects } }) => asks !== undefined || expects !== undefined)
        .at(-1);
      return latest?.dataset.expects === undefined ? undefined : latest;
    },
    clear: except => {
      for (const message of messagesIn(box)) if (!except.has(message)) message.remove();
      shown.clear();
    },
  };
}

/** A time that the message before has too is left to screen readers. */
function hideRepeatedTime(box: HTMLElement, element: HTMLElement): void {
  const time = element.querySelector('time');
  const before = [...box.querySelectorAll('time')].at(-1);
  if (time && before?.textContent === time.textContent) time.className = 'visually-hidden';
}

/** What can be seen of it, oldest first. */
export function messagesIn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('.message')].filter(message => message.offsetParent !== null);
}
