/** A server that cannot have its address says why and what to do. */
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import { whyNotListening } from '../../src/http/why-not-listening.ts';
import { embeddedStore } from '../support/embedded-store.ts';

async function listen(place: { host: string; port: number }): Promise<number> {
  const server = createHttpServer({
    store: await embeddedStore(),
    clientAddress: () => '',
    routes: [],
    notFound: () => ({ headers: {}, body: '{}' }),
    sites: [],
    upgrade: () => undefined,
    onFailure: () => undefined,
  });
  return server.listen(place);
}

it('names a port that is taken, who may have it, and how to choose another', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  const port = await new Promise<number>(resolve =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  await expect(listen({ host: '127.0.0.1', port })).rejects.toThrow(
    new RegExp(`^Port ${port} is taken: .*npm run dev.*PORT=`),
  );
});

it('names an address that this machine does not have', async () => {
  await expect(listen({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    /^This machine has no address 192\.0\.2\.1: set HOST/,
  );
});

it('says what may not be done, and leaves alone what it does not know', () => {
  const place = { host: '127.0.0.1', port: 80 };
  const refused = Object.assign(new Error('listen EACCES'), { code: 'EACCES' });
  expect(whyNotListening(refused, place).message).toContain('may not listen on port 80');
  const unknown = new Error('something else');
  expect(whyNotListening(unknown, place)).toBe(unknown);
});
