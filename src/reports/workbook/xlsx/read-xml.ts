import { SaxesParser } from 'saxes';
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

/** So many characters are read before what was in them is handed on: a whole sheet as pieces would be large. */
const STEP = 64 * 1024;

/** Goes through a document once, from start to end. Throws a SpreadsheetError where it is not XML. */
export function* readXml(xml: string): Generator<XmlPiece> {
  let pieces: XmlPiece[] = [];
  const parser = parserInto(piece => pieces.push(piece));
  for (let at = 0; at < xml.length; at += STEP) {
    parser.write(xml.slice(at, at + STEP));
    yield* pieces;
    pieces = [];
  }
  parser.close();
  yield* pieces;
}

function parserInto(push: (piece: XmlPiece) => void): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', fail);
  // A document type can name entities that grow without end; no spreadsheet has one.
  parser.on('doctype', fail);
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    push({
      kind: 'open',
      name: withoutPrefix(name),
      attributes: new Map(Object.entries(attributes)),
      empty: isSelfClosing,
    });
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (!isSelfClosing) push({ kind: 'close', name: withoutPrefix(name) });
  });
  parser.on('text', text => push({ kind: 'text', text }));
  parser.on('cdata', text => push({ kind: 'text', text }));
  return parser;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function fail(): never {
  throw new SpreadsheetError('damaged');
}
