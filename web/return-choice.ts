import { elementOf } from './page-data.ts';

/** Asks whoever comes back whether to go on or to begin anew: the conversation may be another person's. */
export function onReturnChoice(page: Document, chosen: (kind: 'new' | 'going-on') => void): void {
  const card = elementOf(page, 'returning');
  const choose = (button: HTMLElement) => {
    card.remove();
    chosen(button.dataset.choose === 'going-on' ? 'going-on' : 'new');
  };
  card.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-choose]') : null;
    if (button instanceof HTMLElement) choose(button);
  });
  const kept = card.querySelector('[data-choose][data-kept]');
  if (kept instanceof HTMLElement) choose(kept);
}
