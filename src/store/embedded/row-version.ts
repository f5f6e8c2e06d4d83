/**
 * LMDB compares versions as numbers: a token's first 48 random bits. Chance makes two alike once in 10^14 pairs,
 * and the commit compares the whole token besides.
 */
export function rowVersion(token: string): number {
  return Buffer.from(token, 'base64url').readUIntBE(0, 6) + 1;
}
