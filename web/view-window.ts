/** The part of the screen in which messages are seen: below the chat's head, above its send box. */
export interface ViewWindow {
  /** Scrolls no further than needed until the element is seen: all of it, or else from its top. */
  readonly show: (element: HTMLElement) => void;
  /** Whether the end of the element is seen, so that whoever looks at it is up to date. */
  readonly seesEndOf: (element: HTMLElement) => boolean;
  /** Runs a change above without anything below it moving on the screen. */
  readonly hold: <T>(still: HTMLElement | undefined, change: () => T) => T;
}

const GAP_PX = 8;
/** What is hidden by less than this has been seen. */
const TOLERANCE_PX = 48;

export function createViewWindow(
  view: Window,
  { head, foot }: { head: HTMLElement; foot: HTMLElement },
): ViewWindow {
  const bounds = () => {
    const top = Math.max(0, sticky(head) ? head.getBoundingClientRect().bottom : 0);
    const bottom = sticky(foot)
      ? Math.min(view.innerHeight, foot.getBoundingClientRect().top)
      : view.innerHeight;
    return { top: top + GAP_PX, bottom: bottom - GAP_PX };
  };
  const sticky = (element: HTMLElement) => view.getComputedStyle(element).position === 'sticky';
  return {
    show: element => {
      const { top, bottom } = bounds();
      const rect = element.getBoundingClientRect();
      const room = bottom - top;
      if (rect.height > room || rect.top < top) view.scrollBy(0, rect.top - top);
      else if (rect.bottom > bottom) view.scrollBy(0, rect.bottom - bottom);
    },
    seesEndOf: element => element.getBoundingClientRect().bottom <= bounds().bottom + TOLERANCE_PX,
    hold: (still, change) => {
      const before = still?.getBoundingClientRect().top;
      const result = change();
      if (still?.isConnected && before !== undefined) {
        view.scrollBy(0, still.getBoundingClientRect().top - before);
      }
      return result;
    },
  };
}
