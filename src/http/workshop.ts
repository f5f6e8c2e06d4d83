/** `/api/workshop`: what the page of a workshop asks for once a second, and what its facilitator does. */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';
import * as z from 'zod';
import { keySchema } from '../assessment/id.ts';
import type { Locale } from '../conversation/locale.ts';
import { addressGroup } from '../directline/address-group.ts';
import { createRateLimiter } from '../directline/rate-limiter.ts';
import { Refusal } from '../directline/refusal.ts';
import type { WorkshopDeed, WorkshopDone, WorkshopShown } from '../presentation/workshop/workshop-shown.ts';
import { answerError } from './answer-error.ts';
import type { ClientAddress } from './client-address.ts';
import { localeAsked } from './locale-asked.ts';
import type { HttpExchange } from './raw-body.ts';
import { sendJson } from './send.ts';
import type { Site } from './site.ts';
import { takeJson } from './take-json.ts';

/** Which workshop, for whom: only with the secret is anything done. */
export interface WorkshopAsked {
  readonly id: string;
  readonly secret?: string;
  readonly locale: Locale;
}

const deedSchema: z.ZodType<WorkshopDeed> = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['reveal', 'close', 'reopen', 'lock', 'hand-over']) }),
  z.strictObject({ do: z.literal('agree'), key: keySchema, value: z.string().max(100) }),
]);

export interface WorkshopOptions {
  /** Undefined where no workshop is kept under this id. Throws StoreUnavailable. */
  readonly view: (asked: WorkshopAsked) => Promise<WorkshopShown | undefined>;
  readonly act: (asked: WorkshopAsked, deed: WorkshopDeed) => Promise<WorkshopDone | undefined>;
  readonly addressOf: ClientAddress;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of a failure on our side. */
  readonly onFailure: (error: unknown) => void;
}

const LARGEST_BODY = 4 * 1024;
/** A council looks from behind one address: forty screens, each once a second. */
const CALLS_A_MINUTE = 2400;
const PATH = '/api/workshop';

export function createWorkshopCalls(options: WorkshopOptions): Site {
  const { addressOf, now, onFailure } = options;
  const rate = createRateLimiter({ count: CALLS_A_MINUTE, periodMs: 60_000, keys: 50_000, now });
  const answering = (answer: typeof show) => async (request: Request, response: Response) => {
    try {
      const retryAfter = rate.take(addressGroup(addressOf(request)));
      if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
      await answer(options, { request, response });
    } catch (error) {
      answerError(response, error, onFailure);
    }
  };
  return {
    mount(server) {
      server.get(PATH, answering(show));
      server.post(PATH, answering(act));
    },
  };
}

/** Who asks, by a header and not by the address: addresses are written into logs. Throws a Refusal. */
function askedBy({ defaultLocale }: WorkshopOptions, request: IncomingMessage): WorkshopAsked {
  const [, id, secret] =
    /^Bearer ([\w-]{22})(?:\.([\w-]{22}))?$/.exec(request.headers.authorization ?? '') ?? [];
  if (id === undefined) throw new Refusal('MissingToken');
  return { id, ...(secret !== undefined && { secret }), locale: localeAsked(request) ?? defaultLocale };
}

async function show(options: WorkshopOptions, { request, response }: HttpExchange): Promise<void> {
  const workshop = await options.view(askedBy(options, request));
  if (!workshop) throw new Refusal('NotFound');
  sendJson(response, { status: 200, body: { workshop } });
}

async function act(options: WorkshopOptions, exchange: HttpExchange): Promise<void> {
  const asked = askedBy(options, exchange.request);
  await takeJson(exchange, { schema: deedSchema, largestBody: LARGEST_BODY }, deed =>
    options.act(asked, deed),
  );
}
