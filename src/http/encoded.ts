import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { CODINGS, type Coding, codingFor } from './content-coding.ts';

/** Quick rather than small: the last tenth would take ten times as long. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * A text as small as the browser takes it. Nothing that a caller chooses may be in it, so that the size of the answer
 * tells nobody what its token is.
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
