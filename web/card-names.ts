import type { AdaptiveCard } from 'adaptivecards';
import type { Names } from './page-data.ts';

/** Address of names → the list of them that fields point to. */
const lists = new Map<string, Promise<HTMLDataListElement>>();
let listed = 0;

/**
 * Suggests names as they are typed, in the browser's own way: the field stays a line of text, so it takes any spelling
 * and says nothing that a screen reader would not. The names are fetched when somebody first comes to such a field.
 */
export function suggestNames(card: AdaptiveCard, element: HTMLElement, names: Names): void {
  for (const { id, renderedElement } of card.getAllInputs()) {
    const address = id === undefined ? undefined : names[id];
    const field = renderedElement?.querySelector('input');
    if (address === undefined || !field) continue;
    field.autocomplete = 'off';
    field.addEventListener('focus', () => void pointToList(field, { address, page: element.ownerDocument }), {
      once: true,
    });
  }
}

/** Without the names the field is as good as it was: it takes what is typed. */
async function pointToList(
  field: HTMLInputElement,
  { address, page }: { address: string; page: Document },
): Promise<void> {
  const list = lists.get(address) ?? fetchList(address, page);
  lists.set(address, list);
  try {
    field.setAttribute('list', (await list).id);
  } catch {
    lists.delete(address);
  }
}

async function fetchList(address: string, page: Document): Promise<HTMLDataListElement> {
  const response = await fetch(address);
  const names: unknown = await response.json();
  const list = page.createElement('datalist');
  listed += 1;
  list.id = `names-${listed}`;
  for (const name of Array.isArray(names) ? names : []) list.append(new Option('', String(name)));
  page.body.append(list);
  return list;
}
