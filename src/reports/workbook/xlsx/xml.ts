/** Building XML as text. Whatever comes from outside passes `escapeXml` here and nowhere else. */

type AttributeValue = string | number | undefined;

/** One element with its attributes (undefined ones are left out) and children, which are XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  children: readonly string[] = [],
): string {
  let start = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${escapeXml(String(value))}"`;
  }
  return children.length === 0 ? `<${start}/>` : `<${start}>${children.join('')}</${name}>`;
}

/** An element that holds text. */
export function textElement(
  name: string,
  text: string | number,
  attributes: Readonly<Record<string, AttributeValue>> = {},
) {
  return element(name, attributes, [escapeXml(String(text))]);
}

export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/[&<>"]/g, character => ENTITIES[character] ?? character);
}

/**
 * Escapes what spreadsheets keep apart inside a text: characters XML has no place for, and text that already looks
 * like such an escape. `_x0041_` typed by a person must not come out as `A`.
 */
export function escapeCellText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, character => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    });
}

/** Reads what `escapeCellText` and spreadsheet programs write: `_x0041_` → `A`. */
export function unescapeCellText(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
