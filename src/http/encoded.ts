import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { CODINGS, type Coding, codingFor } from './content-coding.ts';

/** Of 11. The highest would be a tenth smaller, and take ten times as long. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * A text in the smallest coding that the browser takes. Nothing that a caller chooses may be in it: the page bears a token,
 * and whoever could add text beside it could find it out from the size of many answers (BREACH).
 */
export async function encoded(
  request: IncomingMessage,
  text: string,
): Promise<{ body: Buffer; headers: OutgoingHttpHeaders }> {
  const coding = codingFor(request, CODINGS) ?? 'identity';
  const plain = Buffer.from(text);
  const body = await ENCODERS[coding](plain);
  const named = coding === 'identity' ? {} : { 'Content-Encoding': coding };
  return { body, headers: { Vary: 'Accept-Encoding', ...named, 'Content-Length': body.byteLength } };
}

const ENCODERS: Readonly<Record<Coding, (plain: Buffer) => Promise<Buffer>>> = {
  br: plain => promisify(brotliCompress)(plain, BROTLI),
  gzip: plain => promisify(gzip)(plain),
  identity: async plain => plain,
};
