/** Reading XML piece by piece: enough for spreadsheets, and nothing that could run away (no entities, no DTD). */
import { SpreadsheetError } from './spreadsheet-error.ts';

export type XmlPiece =
  /** Names come without their namespace prefix; programs choose different ones. */
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Goes through a document once, from start to end. Throws a SpreadsheetError where it is not XML. */
export function* readXml(xml: string): Generator<XmlPiece> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const textEnd = tag === -1 ? xml.length : tag;
    if (textEnd > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, textEnd)) };
    if (tag === -1) return;
    const special = skipSpecial(xml, tag);
    if (special.kind === 'data') yield { kind: 'text', text: special.text };
    if (special.kind !== 'tag') {
      at = special.end;
      continue;
    }
    const end = tagEnd(xml, tag);
    yield readTag(xml.slice(tag + 1, end));
    at = end + 1;
  }
}

type Special =
  | { readonly kind: 'tag' }
  | { readonly kind: 'skipped'; readonly end: number }
  | { readonly kind: 'data'; readonly text: string; readonly end: number };

/** Steps over comments and declarations. A document type is refused: entities can grow without end. */
function skipSpecial(xml: string, at: number): Special {
  if (xml.startsWith('<?', at)) return { kind: 'skipped', end: after(xml, '?>', at) };
  if (xml.startsWith('<!--', at)) return { kind: 'skipped', end: after(xml, '-->', at) };
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at);
    return { kind: 'data', text: xml.slice(at + '<![CDATA['.length, end - ']]>'.length), end };
  }
  if (xml.startsWith('<!', at)) throw new SpreadsheetError('damaged');
  return { kind: 'tag' };
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw new SpreadsheetError('damaged');
  return at + mark.length;
}

/** The `>` that ends a tag; one inside an attribute's quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
    else if (character === '<') break;
  }
  throw new SpreadsheetError('damaged');
}

const NAME = /^(?:[\w.-]+:)?([\w.-]+)/;
/** Sticky: a tag is read from left to right once, whatever is in it. */
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

function readTag(inside: string): XmlPiece {
  const closing = inside.startsWith('/');
  const [start, name] = NAME.exec(closing ? inside.slice(1) : inside) ?? [];
  if (!start || !name) throw new SpreadsheetError('damaged');
  if (closing) return { kind: 'close', name };
  const empty = inside.endsWith('/');
  return { kind: 'open', name, attributes: readAttributes(inside, start.length), empty };
}

function readAttributes(inside: string, from: number): Map<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(inside); match; match = ATTRIBUTE.exec(inside)) {
    const [, key = '', double, single] = match;
    attributes.set(key, unescapeXml(double ?? single ?? ''));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const MAX_CODE = 0x10ffff;

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (_, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? fail();
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= MAX_CODE ? String.fromCodePoint(code) : fail();
  });
}

function fail(): never {
  throw new SpreadsheetError('damaged');
}
