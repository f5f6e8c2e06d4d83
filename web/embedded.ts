/** What the widget's frame and the page around it say to each other. Nothing of the conversation is in it. */
export const CLOSE_MESSAGE = 'porrasbotti:close';
export const READY_MESSAGE = 'porrasbotti:ready';

/** Tells the page around the frame that the chat was let in. */
export function sendReadyToHost(view: Window): void {
  if (view.parent !== view) view.parent.postMessage(READY_MESSAGE, '*');
}

/** Inside a frame, Escape closes the chat, unless something in the chat itself had a use for it. */
export function sendEscapeToHost(page: Document, view: Window): void {
  if (view.parent === view) return;
  page.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) view.parent.postMessage(CLOSE_MESSAGE, '*');
  });
}
