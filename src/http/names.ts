/** The names that the page suggests as they are typed into a field: fetched when the field is first gone to. */
import type { Request, Response, Server } from 'restify';
import { cardSteps, type Instrument, inputsOf } from '../assessment/instrument.ts';
import type { Register } from '../assessment/register.ts';
import { encoded } from './encoded.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import type { Site } from './site.ts';

/** Id of a field that asks a name → address of the names. */
export function namesAddresses(instruments: readonly Instrument[]): Readonly<Record<string, string>> {
  const fields = instruments.flatMap(({ steps }) =>
    cardSteps({ steps }).flatMap(({ step }) => inputsOf(step)),
  );
  return Object.fromEntries(
    fields.flatMap(input =>
      input.type === 'register' ? [[input.id, addressOf(input.register)] as const] : [],
    ),
  );
}

/** Each register's names in every language, as a list in JSON. */
export function createNames(instruments: readonly Instrument[], notFound: NotFound): Site {
  const registers = instruments.flatMap(instrument => Object.entries(instrument.registers));
  const lists = new Map(registers.map(([name, one]) => [addressOf(name), JSON.stringify(namesIn(one))]));
  return {
    mount(server: Server) {
      server.get('/names/:file', async (request: Request, response: Response) => {
        const list = lists.get(`/names/${request.params.file}`);
        if (list === undefined) return sendNotFound(response, notFound(request));
        const { body, headers } = await encoded(request, list);
        response.writeHead(200, {
          'Content-Type': 'application/json; charset=utf-8',
          ...headers,
          'Cache-Control': 'public, max-age=3600',
        });
        response.end(body);
      });
    },
  };
}

function addressOf(register: string): string {
  return `/names/${register}.json`;
}

/** Each once: most municipalities are called alike in Finnish and Swedish. */
function namesIn({ entries }: Register): string[] {
  const names = Object.values(entries).flatMap(({ fi, sv, en }) => [
    fi,
    sv,
    ...(en === undefined ? [] : [en]),
  ]);
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'fi'));
}
