import { messagesIn } from './transcript.ts';

/** Lets the arrow keys walk from message to message; fields and lists keep them for themselves. */
export function walkWithArrows(box: HTMLElement): void {
  box.addEventListener('keydown', event => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(target instanceof HTMLElement) || target.matches('input, select, textarea')) return;
    const messages = messagesIn(box);
    const at = messages.findIndex(message => message.contains(target));
    const next = messages[nextIndex(key, at, messages.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** From the box itself (`at` -1) the first step goes to the latest message. */
function nextIndex(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowUp':
      return at === -1 ? count - 1 : Math.max(0, at - 1);
    case 'ArrowDown':
      return at === -1 ? count - 1 : Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
