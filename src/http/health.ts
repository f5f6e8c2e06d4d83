/** What orchestrators, balancers and people ask a server about itself. */
import type { Request, Response } from 'restify';
import type { Store } from '../store/port.ts';
import { sendJson } from './send.ts';
import type { Site } from './site.ts';

export interface Health extends Site {
  /** Says from now on that the server is not ready: it stops, or is going to. */
  announceStop(): void;
}

/**
 * - `/healthz`: the process lives, whatever is wrong beside it; started anew, it would be no better off.
 * - `/readyz`: send people here. 503 while it stops or its store does not take anything in: others may serve them.
 * - `/health`: the store alone, as it has always been.
 */
export function createHealth(store: Pick<Store, 'health'>): Health {
  let state: 'serving' | 'stopping' = 'serving';
  const tellStore = async (response: Response) => {
    const { kind } = await store.health();
    sendJson(response, { status: kind === 'ok' ? 200 : 503, body: { status: kind } });
  };
  return {
    announceStop: () => {
      state = 'stopping';
    },
    mount(server) {
      server.get('/healthz', async (_request: Request, response: Response) => {
        sendJson(response, { status: 200, body: { status: 'ok' } });
      });
      server.get('/readyz', async (_request: Request, response: Response) => {
        if (state === 'serving') await tellStore(response);
        else sendJson(response, { status: 503, body: { status: 'stopping' } });
      });
      server.get('/health', async (_request: Request, response: Response) => tellStore(response));
    },
  };
}
