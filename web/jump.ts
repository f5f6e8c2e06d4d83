import type { PageTexts } from '../src/http/page-texts.ts';
import { elementOf } from './page-data.ts';
import type { ViewWindow } from './view-window.ts';

/** The button that leads to new messages, for whoever was reading older ones when they came, or back to the question. */
export interface Jump {
  readonly offer: (to: HTMLElement, as: 'jump' | 'toQuestion') => void;
  readonly withdraw: () => void;
}

export function createJump(page: Document, window: ViewWindow, texts: () => PageTexts): Jump {
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
  const withdrawOnceSeen = () => {
    if (!target) return;
    const seen = button.dataset.text === 'jump' ? window.seesEndOf(target) : window.sees(answerIn(target));
    if (seen) withdraw();
  };
  page.addEventListener('scroll', withdrawOnceSeen, { capture: true, passive: true });
  return {
    offer: (to, as) => {
      target ??= to;
      button.dataset.text = as;
      button.textContent = texts()[as];
      button.hidden = false;
    },
    withdraw,
  };
}

/** The first way to answer in a card. */
export function answerIn(question: HTMLElement): HTMLElement {
  return question.querySelector<HTMLElement>('.ac-pushButton, input, select') ?? question;
}
