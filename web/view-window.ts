/** The part of the screen in which messages are seen. */
export interface ViewWindow {
  /** Scrolls no further than needed until the element is seen: all of it, or else from its top. */
  readonly show: (element: HTMLElement) => void;
  /** Whether all from the top of one to the end of the other can be seen at once. */
  readonly fits: (from: HTMLElement, to: HTMLElement) => boolean;
  readonly sees: (element: HTMLElement) => boolean;
  /** Whether the end of the element is seen, so that whoever looks at it is up to date. */
  readonly seesEndOf: (element: HTMLElement) => boolean;
  /** Runs a change above without anything below it moving on the screen. */
  readonly hold: <T>(still: HTMLElement | undefined, change: () => T) => T;
}

const GAP_PX = 8;
/** What is hidden by less than this has been seen. */
const TOLERANCE_PX = 48;

/**
 * The messages scroll in a box of their own, between the chat's head and its send box. Where a screen is too low for
 * that, the style sheet lets the box grow and the page scrolls instead.
 */
export function createViewWindow(
  view: Window,
  { box, chat }: { box: HTMLElement; chat: HTMLElement },
): ViewWindow {
  const ownScroll = () => view.getComputedStyle(box).overflowY === 'auto';
  const bounds = () => {
    const { top, bottom } = box.getBoundingClientRect();
    return ownScroll() ? { top, bottom } : { top: 0, bottom: view.innerHeight };
  };
  const scroll = (by: number) => {
    if (ownScroll()) box.scrollTop += by;
    else view.scrollBy(0, by);
  };
  return {
    show: element => {
      // On a phone the page's own head stands above: it gives way to the conversation.
      if (ownScroll()) chat.scrollIntoView({ block: 'nearest' });
      scroll(distanceTo(element, bounds()));
    },
    fits: (from, to) => {
      const { top, bottom } = bounds();
      const height = to.getBoundingClientRect().bottom - from.getBoundingClientRect().top;
      return height <= bottom - top - 2 * GAP_PX;
    },
    sees: element => {
      const { top, bottom } = bounds();
      const rect = element.getBoundingClientRect();
      return rect.top >= top && rect.bottom <= bottom;
    },
    seesEndOf: element => element.getBoundingClientRect().bottom <= bounds().bottom + TOLERANCE_PX,
    hold: (still, change) => {
      const before = still?.getBoundingClientRect().top;
      const result = change();
      if (still?.isConnected && before !== undefined) scroll(still.getBoundingClientRect().top - before);
      return result;
    },
  };
}

function distanceTo(element: HTMLElement, bounds: { top: number; bottom: number }): number {
  const { top, bottom, height } = element.getBoundingClientRect();
  const room = bounds.bottom - bounds.top - 2 * GAP_PX;
  if (height > room || top < bounds.top) return top - bounds.top - GAP_PX;
  return Math.max(0, bottom - bounds.bottom + GAP_PX);
}
