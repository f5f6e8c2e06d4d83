/** Enter in a one-line field of a card presses the button that sends the card, as in any form on the web. */
export function submitOnEnter(chat: HTMLElement): void {
  chat.addEventListener('keydown', ({ key, target, isComposing }) => {
    if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement)) return;
    const card = target.closest('.ac-adaptiveCard');
    card?.querySelector<HTMLElement>('.ac-pushButton.style-positive')?.click();
  });
}
