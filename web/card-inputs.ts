import type { AdaptiveCard, Input } from 'adaptivecards';

let drawn = 0;

/**
 * Names and marks a card's inputs. The renderer lets the first option alone of an expanded set bear the question and
 * the error, marks nothing as invalid, and gives the same card drawn twice one common radio group.
 */
export function refineInputs(card: AdaptiveCard, element: HTMLElement): void {
  drawn += 1;
  for (const option of optionsIn(element)) option.name = `${option.name}-${drawn}`;
  const mark = () => {
    for (const input of card.getAllInputs()) markInput(input);
  };
  mark();
  // The renderer tells nobody when it finds fault with an input or forgives it; it shows in a class and a text.
  new MutationObserver(mark).observe(element, {
    subtree: true,
    childList: true,
    attributeFilter: ['class'],
  });
}

const OPTION = 'input[type="radio"], input[type="checkbox"]';

function optionsIn(element: Element): HTMLInputElement[] {
  return [...element.querySelectorAll<HTMLInputElement>(OPTION)];
}

function markInput(input: Input): void {
  const whole = input.renderedElement;
  const control = whole?.querySelector('.ac-input-container > .ac-input');
  if (!whole || !control) return;
  const { label, error } = partsOf(whole);
  const options = optionsIn(control);
  const invalid = control.classList.contains('ac-input-validation-failed');
  if (control instanceof HTMLDivElement && options.length > 1) nameGroup(control, { label, options });
  for (const one of options.length > 0 ? [control, ...options] : [control]) {
    setOrRemove(one, 'aria-invalid', invalid ? 'true' : undefined);
    setOrRemove(one, 'aria-describedby', error?.id);
  }
  if (options.length === 0) setOrRemove(control, 'aria-labelledby', label?.id);
}

/** What stands above the control, and below it. */
function partsOf(whole: Element): { label: Element | undefined; error: Element | undefined } {
  const parts = [...whole.children];
  const at = parts.findIndex(part => part.classList.contains('ac-input-container'));
  return { label: parts[at - 1], error: parts[at + 1] };
}

function nameGroup(
  control: Element,
  { label, options }: { label: Element | undefined; options: readonly HTMLInputElement[] },
): void {
  control.setAttribute('role', options[0]?.type === 'radio' ? 'radiogroup' : 'group');
  setOrRemove(control, 'aria-labelledby', label?.id);
  for (const option of options) {
    option.removeAttribute('aria-label');
    setOrRemove(option, 'aria-labelledby', option.parentElement?.querySelector('label')?.id);
  }
}

function setOrRemove(element: Element, name: string, value: string | undefined): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
