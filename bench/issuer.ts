/** A Bot Framework of the bench's own: signs the tokens of the load, and serves the documents with its keys. */
import { createServer } from 'node:http';
import { createChannelIssuer } from '../tests/support/channel-tokens.ts';

/** One of Microsoft's own addresses: replies travel in the answer, so nobody ever calls it. */
const SERVICE_URL = 'https://smba.trafficmanager.net/fi/';

export interface Issuer {
  readonly authorization: string;
  readonly serviceUrl: string;
  readonly metadataUrl: string;
  readonly keysUrl: string;
  close(): void;
}

export function startIssuer(): Promise<Issuer> {
  const issuer = createChannelIssuer({ now: Date.now, serviceUrl: SERVICE_URL });
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`;
    const document =
      request.url === '/keys'
        ? { keys: issuer.keySet }
        : {
            issuer: 'https://api.botframework.com',
            jwks_uri: `${base}/keys`,
            id_token_signing_alg_values_supported: ['RS256'],
          };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const base = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
      resolve({
        authorization: issuer.authorization(),
        serviceUrl: SERVICE_URL,
        metadataUrl: `${base}/metadata`,
        keysUrl: `${base}/keys`,
        close: () => void server.close(),
      });
    });
  });
}
