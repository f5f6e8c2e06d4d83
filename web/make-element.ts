/** `{name}` in a text, filled in. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name) => String(params[name] ?? mark));
}

/** An element with its attributes, and what it says. */
export function make<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: K,
  { text, ...attributes }: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = page.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

export function button(page: Document, label: string, press: () => void): HTMLButtonElement {
  const element = make(page, 'button', { type: 'button', class: 'ac-pushButton', text: label });
  element.addEventListener('click', press);
  return element;
}
