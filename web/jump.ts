import { elementOf } from './page-data.ts';
import type { ViewWindow } from './view-window.ts';

/** The button that leads to new messages, for whoever was reading older ones when they came. */
export interface Jump {
  readonly offer: (to: HTMLElement) => void;
  readonly withdraw: () => void;
}

export function createJump(page: Document, window: ViewWindow): Jump {
  const button = elementOf(page, 'jump');
  let target: HTMLElement | undefined;
  const withdraw = () => {
    target = undefined;
    button.hidden = true;
  };
  button.addEventListener('click', () => {
    if (target) window.show(target);
    target?.focus({ preventScroll: true });
    withdraw();
  });
  page.addEventListener('scroll', () => target && window.seesEndOf(target) && withdraw(), { passive: true });
  return {
    offer: to => {
      target ??= to;
      button.hidden = false;
    },
    withdraw,
  };
}
