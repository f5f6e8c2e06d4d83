/** The page comes as small as the browser takes it. */

import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const DECODE = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body: Buffer) => body,
};

it.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['', 'identity'],
  ['zstd', 'identity'],
] as const)('accepting %j it is sent as %s', async (accepted, coding) => {
  const { headers, body } = await fetchRaw(accepted);
  expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
  expect(headers.vary).toContain('Accept-Encoding');
  expect(Number(headers['content-length'])).toBe(body.byteLength);
  expect(DECODE[coding](body).toString()).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/);
  if (coding !== 'identity') expect(body.byteLength).toBeLessThan(9000);
});

function fetchRaw(accepted: string) {
  return new Promise<{ headers: Record<string, string | string[] | undefined>; body: Buffer }>(
    (resolve, reject) => {
      get(app.address, { headers: { 'accept-encoding': accepted } }, async response => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        resolve({ headers: response.headers, body: Buffer.concat(chunks) });
      }).on('error', reject);
    },
  );
}
