/**
 * Our server as the bench runs it: the same as in production, but for one thing. When the bench names an issuer of
 * its own, channel tokens are checked with that issuer's keys. This is code that only the bench has: no setting of
 * the server can do it.
 */
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';

const { BENCH_METADATA_URL } = process.env;
const app = await createApp(readConfig(), BENCH_METADATA_URL ? { outside: { fetchJson: fromBench } } : {});
process.stdout.write(`${await app.listen()}\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));

/** Both of Bot Framework's documents, from the bench's issuer. */
async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url);
  return answer.json();
}

async function fromBench(url: string): Promise<unknown> {
  const metadata = BENCH_METADATA_URL ?? '';
  return fetchJson(url.endsWith('/openidconfiguration') ? metadata : metadata.replace(/[^/]*$/, 'bot-keys'));
}
