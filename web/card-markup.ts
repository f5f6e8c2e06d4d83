import { type Action, type AdaptiveCard, CardElement, SubmitAction } from 'adaptivecards';

/** Mends what the renderer writes: sizes, names, levels and ids. */
export function refineMarkup(card: AdaptiveCard, element: HTMLElement): void {
  // The message around it bears the name.
  element.removeAttribute('aria-label');
  followTextSize(element);
  for (const one of element.querySelectorAll('[id]'))
    if (!one.id.startsWith('__ac-')) one.removeAttribute('id');
  nestHeadings(element);
  for (const button of element.querySelectorAll<HTMLElement>('.ac-pushButton')) nameButton(button);
  for (const action of actionsIn(card)) nameLanguage(action);
  for (const link of element.querySelectorAll('a')) nameTarget(link);
}

const BROWSER_DEFAULT_PX = 16;

/** Sizes are written in pixels, which would not follow the text size that a person has chosen in the browser. */
function followTextSize(element: HTMLElement): void {
  for (const { style } of [element, ...element.querySelectorAll<HTMLElement>('[style]')]) {
    if (style.fontSize.endsWith('px'))
      style.fontSize = `${Number.parseFloat(style.fontSize) / BROWSER_DEFAULT_PX}rem`;
    if (style.lineHeight.endsWith('px')) style.lineHeight = '1.45';
  }
}

/** The first heading is the message's, below the page's own; the others are its parts. */
function nestHeadings(element: HTMLElement): void {
  const [, ...parts] = element.querySelectorAll('[role="heading"]');
  for (const part of parts) part.setAttribute('aria-level', '3');
}

/** The tooltip is the longer name of a button that is one of many alike: said, not only hovered over. */
function nameButton(button: HTMLElement): void {
  const { title } = button;
  const shown = button.getAttribute('aria-label') ?? '';
  button.removeAttribute('title');
  button.removeAttribute('role');
  if (title === shown || title === '') button.removeAttribute('aria-label');
  else button.setAttribute('aria-label', title.includes(shown) ? title : `${shown}, ${title}`);
}

/** A button that changes the language is named in that language. */
function nameLanguage(action: Action): void {
  const data: unknown = action instanceof SubmitAction ? action.data : undefined;
  if (typeof data !== 'object' || data === null || !('do' in data) || data.do !== 'locale') return;
  if ('value' in data && typeof data.value === 'string')
    action.renderedElement?.setAttribute('lang', data.value);
}

/** A file is saved and an address is written to: neither needs a window of its own. */
function nameTarget(link: HTMLAnchorElement): void {
  if (link.protocol.startsWith('http') && !link.pathname.startsWith('/files/'))
    link.rel = 'noopener noreferrer';
  else link.removeAttribute('target');
}

function actionsIn(card: AdaptiveCard): Action[] {
  const own = Array.from({ length: card.getActionCount() }, (_, index) => card.getActionAt(index));
  return [...own.filter(action => action !== undefined), ...actionsBelow(card)];
}

interface Holder {
  getItemCount(): number;
  getItemAt(index: number): unknown;
}

function isHolder(value: object): value is Holder {
  return 'getItemCount' in value && 'getItemAt' in value;
}

function actionsBelow(element: CardElement): Action[] {
  const own = Array.from({ length: element.getActionCount() }, (_, index) => element.getActionAt(index));
  const items = isHolder(element)
    ? Array.from({ length: element.getItemCount() }, (_, index) => element.getItemAt(index))
    : [];
  const below = items.flatMap(item => (item instanceof CardElement ? actionsBelow(item) : []));
  return [...own.filter(action => action !== undefined), ...below];
}
