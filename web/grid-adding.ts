import type { GridAdding, GridView } from '../src/presentation/grid-shown.ts';
import { newActivityId } from './activity-id.ts';
import type { GridCalls } from './grid-calls.ts';
import { make } from './make-element.ts';

/** What the address ends with while a row has just been added: the page is loaded anew and goes to it. */
export const ADDED = '#added';

export interface AddingOptions {
  readonly page: Document;
  readonly calls: Pick<GridCalls, 'load' | 'save'>;
  /** What is said when the server cannot be reached. */
  readonly later: string;
  /** Loads the page anew, with the row. What is not saved yet stays in the tab. */
  readonly added: () => void;
}

/** A line below the table where a row of one's own gets its name. */
export function drawAdding(adding: GridAdding, { page, calls, later, added }: AddingOptions): HTMLElement {
  const form = make(page, 'form', { class: 'grid-own' });
  const label = make(page, 'label', { for: 'own-name', text: adding.label });
  const name = make(page, 'input', {
    id: 'own-name',
    maxlength: '120',
    autocomplete: 'off',
    'aria-describedby': 'own-said',
  });
  if (adding.example !== undefined) name.placeholder = adding.example;
  const press = make(page, 'button', { class: 'ac-pushButton', text: adding.press });
  const said = make(page, 'p', { id: 'own-said', role: 'status' });
  form.append(label, name, press, said);
  const add = async () => {
    said.textContent = '';
    press.setAttribute('aria-disabled', 'true');
    try {
      const problem = await addRow(adding.key, name.value.trim(), calls);
      if (problem === undefined) added();
      else said.textContent = problem;
    } catch {
      said.textContent = later;
    }
    press.removeAttribute('aria-disabled');
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (name.value.trim() === '') name.focus();
    // Pressed twice, it is one row.
    else if (!press.hasAttribute('aria-disabled')) void add();
  });
  return form;
}

/** Tabs that add rows at the same time. */
const MOST_TRIES = 4;

/** Why the row was not added, in words; undefined when it was. */
async function addRow(
  first: string,
  text: string,
  { load, save }: AddingOptions['calls'],
): Promise<string | undefined> {
  let key = first;
  for (let tries = 1; ; tries += 1) {
    const { problems } = await save({ id: newActivityId(), cells: [{ key, text }] });
    const [problem] = problems;
    // Another tab has given this place to a row of its own: the next one is free.
    if (problem?.problem !== 'changed-since' || tries === MOST_TRIES) return problem?.text;
    const { adding }: GridView = await load();
    if (!adding) return problem.text;
    key = adding.key;
  }
}
