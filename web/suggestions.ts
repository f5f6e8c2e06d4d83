import { type Activity, field, textField } from './activity.ts';

/** A suggested answer: what its button says, and what pressing it sends. */
interface Suggestion {
  readonly label: string;
  readonly send:
    | { readonly kind: 'words'; readonly words: string }
    | { readonly kind: 'press'; readonly data: object };
}

export interface SuggestionOptions {
  readonly page: Document;
  readonly press: (press: { label: string; data: object }) => unknown;
  readonly say: (words: string) => void;
}

/** Shows the suggested actions of the latest message below it, as long as it is the latest. */
export function showSuggestions(
  box: HTMLElement,
  latest: Activity | undefined,
  options: SuggestionOptions,
): void {
  removeSuggestions(box);
  const actions = field(latest?.suggestedActions, 'actions');
  const suggestions = Array.isArray(actions) ? actions.flatMap(readSuggestion) : [];
  if (suggestions.length > 0) box.append(rowOf(suggestions, options));
}

/** They were for what was said before. */
export function removeSuggestions(box: HTMLElement): void {
  for (const row of box.querySelectorAll('.suggestions')) row.remove();
}

function rowOf(suggestions: readonly Suggestion[], options: SuggestionOptions): HTMLElement {
  const row = options.page.createElement('div');
  row.className = 'suggestions';
  for (const suggestion of suggestions) row.append(buttonOf(suggestion, options));
  return row;
}

function buttonOf({ label, send }: Suggestion, { page, press, say }: SuggestionOptions): HTMLElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    if (send.kind === 'words') say(send.words);
    else press({ label, data: send.data });
  });
  return button;
}

/** `imBack` says its value in the person's name; `postBack` and `messageBack` send it without showing it. */
function readSuggestion(action: unknown): Suggestion[] {
  const label = textField(action, 'title') ?? textField(action, 'displayText');
  const value = field(action, 'value');
  if (!label) return [];
  if (typeof value === 'object' && value !== null) return [{ label, send: { kind: 'press', data: value } }];
  return [{ label, send: { kind: 'words', words: typeof value === 'string' ? value : label } }];
}
