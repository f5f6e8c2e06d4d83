const CARD = '.ac-adaptiveCard';
const CONTROL = 'button, input, select, textarea, a[href]';

/**
 * Lets somebody who answers by keyboard go on answering: when a press brings a new card, focus moves to its first
 * control, and the screen reader names the card. Web Chat would leave focus on the old card, or on nothing at all
 * once that one has been replaced. A press by mouse or finger moves no focus.
 */
export function followWithFocus(chat: HTMLElement): void {
  let before: ReadonlySet<Element> | undefined;
  chat.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key !== 'Enter' && key !== ' ') return;
      const inCard = target instanceof Element && target.closest(CARD) !== null;
      before = inCard ? new Set(chat.querySelectorAll(CARD)) : undefined;
    },
    { capture: true },
  );
  chat.addEventListener('pointerdown', () => (before = undefined), { passive: true });
  new MutationObserver(() => {
    if (!before) return;
    const known = before;
    const arrived = [...chat.querySelectorAll<HTMLElement>(CARD)].find(card => !known.has(card));
    if (!arrived) return;
    before = undefined;
    focusOn(arrived);
  }).observe(chat, { childList: true, subtree: true });
}

function focusOn(card: HTMLElement): void {
  const control = card.querySelector<HTMLElement>(CONTROL);
  if (!control) card.tabIndex = -1;
  (control ?? card).focus({ preventScroll: true });
}
