/**
 * Our server as the bench runs it: the same as in production, but for one thing. When the bench names keys of its
 * own, channel tokens are checked with those. This is code that only the bench has: no setting of the server can
 * do it.
 */
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';

const keysUrl = process.env.BENCH_KEYS_URL;
const app = await createApp(readConfig(), keysUrl ? { outside: { fetchJson: fromIssuer(keysUrl) } } : {});
process.stdout.write(`${await app.listen()}\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));

/** Bot Framework's two documents, the second one with the keys of the bench's issuer. */
function fromIssuer(keys: string): (url: string) => Promise<unknown> {
  return async url => {
    if (url.endsWith('/openidconfiguration')) return { jwks_uri: 'https://login.botframework.com/keys' };
    return (await fetch(keys)).json();
  };
}
