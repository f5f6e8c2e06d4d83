const OPEN = 'porrasbotti.open';

/** Remembers in this tab that the chat is open, for the site's next page: one word, and nothing of the conversation. */
export function keepOpen(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(OPEN, '1');
    else sessionStorage.removeItem(OPEN);
  } catch {
    // A browser that refuses storage shows the next page with the chat closed.
  }
}

export function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(OPEN) !== null;
  } catch {
    return false;
  }
}
