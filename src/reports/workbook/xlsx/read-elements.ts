import { readXml, type XmlPiece } from './read-xml.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Name of an inner element → its text, empty when it has none. Inner elements not wanted are not there. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Wanted {
  readonly name: string;
  /** An outer element that is told of where it opens, with no texts. */
  readonly opening?: string;
  readonly inner: readonly string[];
  /** An inner element whose contents do not count. */
  readonly skip?: string;
}

/** Every element of one name, wherever it is, with the texts of the inner elements asked for. */
export function* readElements(xml: string, wanted: Wanted): Generator<XmlElement> {
  const reader = createReader(wanted);
  for (const piece of readXml(xml)) {
    const finished = reader(piece);
    if (finished) yield finished;
  }
}

function createReader({ name, opening, inner, skip }: Wanted): (piece: XmlPiece) => XmlElement | undefined {
  let attributes: ReadonlyMap<string, string> = new Map();
  let texts: Map<string, string> | undefined;
  let within: string | undefined;
  let skipping = false;
  const add = (key: string, text: string) => texts?.set(key, (texts.get(key) ?? '') + text);
  const finish = () => {
    const element = texts && { name, attributes, texts };
    texts = undefined;
    return element;
  };
  const open = (piece: Extract<XmlPiece, { kind: 'open' }>) => {
    if (piece.name === opening) return { name: opening, attributes: piece.attributes, texts: new Map() };
    if (piece.name === name) {
      attributes = piece.attributes;
      texts = new Map();
      return piece.empty ? finish() : undefined;
    }
    if (piece.name === skip) skipping = !piece.empty;
    if (!inner.includes(piece.name) || skipping) return undefined;
    add(piece.name, '');
    within = piece.empty ? undefined : piece.name;
    return undefined;
  };
  const close = (closed: string) => {
    if (closed === skip) skipping = false;
    if (closed === within) within = undefined;
    return closed === name ? finish() : undefined;
  };
  return piece => {
    if (piece.kind === 'open') return open(piece);
    if (piece.kind === 'close') return close(piece.name);
    if (within) add(within, piece.text);
    return undefined;
  };
}
