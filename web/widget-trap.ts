export interface Trapped {
  readonly root: ShadowRoot;
  readonly button: HTMLElement;
  readonly frame: () => HTMLElement | null;
}

/**
 * Keeps Tab within the open chat and its button: past either end it comes in at the other, so that nobody is led behind a
 * chat that covers the page. Escape leaves. Give the result whether the chat is open.
 */
export function trapFocus({ root, button, frame }: Trapped): (open: boolean) => void {
  // Backwards out of the chat to the button; forwards from the page into the chat.
  const before = edge(({ relatedTarget }) => (relatedTarget === frame() ? button : frame())?.focus());
  // Forwards from the button into the chat; backwards from the browser's own controls to the button.
  const after = edge(({ relatedTarget }) => (relatedTarget === button ? frame() : button)?.focus());
  root.prepend(before);
  root.append(after);
  return open => {
    for (const one of [before, after]) one.hidden = !open;
  };
}

function edge(onFocus: (event: FocusEvent) => void): HTMLElement {
  const element = document.createElement('div');
  element.tabIndex = 0;
  element.hidden = true;
  element.addEventListener('focus', onFocus);
  return element;
}
