import { type Activity, field } from './activity.ts';
import { gistOf } from './message.ts';
import { elementOf } from './page-data.ts';

/** The greeting that the server drew into the page. */
export interface Greeting {
  readonly element: HTMLElement;
  /**
   * The bot's first message of a new conversation. When it says what was drawn, that stands for it and nothing moves;
   * else the drawn one goes.
   */
  readonly standsFor: (activity: Activity) => 'stands' | 'gone';
}

export interface GreetingOptions {
  readonly page: Document;
  readonly press: (press: { label: string; data: object }) => unknown;
}

export function createGreeting({ page, press }: GreetingOptions): Greeting {
  const element = elementOf(page, 'greeting');
  element.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-press]') : null;
    if (button instanceof HTMLElement) pressButton(button, press);
  });
  let open = true;
  return {
    element,
    standsFor: activity => {
      const stands = open && element.isConnected && gistOf(activity) === element.dataset.gist;
      if (open && !stands) element.remove();
      open = false;
      return stands ? 'stands' : 'gone';
    },
  };
}

/** What was pressed before the script was there. */
export function pressKept(page: Document, press: GreetingOptions['press']): void {
  const button = page.querySelector('[data-press][data-kept]');
  if (button instanceof HTMLElement) pressButton(button, press);
}

function pressButton(button: HTMLElement, press: GreetingOptions['press']): void {
  button.removeAttribute('data-kept');
  button.removeAttribute('aria-pressed');
  const data: unknown = JSON.parse(button.dataset.press ?? 'null');
  if (typeof data !== 'object' || data === null || field(data, 'do') === undefined) return;
  press({ label: button.textContent ?? '', data });
}
