/** How long nothing may come or move before the conversation counts as shown. */
const SETTLE_MS = 250;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'];

/**
 * Shows the latest message from its beginning once a page has opened. Web Chat scrolls to the end of what was said
 * before, which on a phone can be the last buttons of a question out of sight. It places later messages well, and
 * once a person has touched the chat, nothing is moved.
 */
export function showLatestFromTop(chat: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = new AbortController();
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => scrollToLatest(chat) && watch.abort(), SETTLE_MS);
  };
  const leaveAlone = () => {
    clearTimeout(timer);
    watch.abort();
  };
  chat.addEventListener('scroll', settle, { capture: true, passive: true, signal: watch.signal });
  for (const touch of TOUCHES)
    chat.addEventListener(touch, leaveAlone, { passive: true, signal: watch.signal });
}

/** Tells whether there was anything to move. */
function scrollToLatest(chat: HTMLElement): boolean {
  const transcript = chat.querySelector('.webchat__basic-transcript__scrollable');
  const latest = [...chat.querySelectorAll('.webchat__basic-transcript__activity')].at(-1);
  if (!transcript || !latest) return false;
  const above = transcript.getBoundingClientRect().top - latest.getBoundingClientRect().top;
  if (above <= 0) return false;
  transcript.scrollTop -= above;
  return true;
}
