/** `/api/grid/<instrument>/<card>`: the rows and columns of one conversation, and what is written into them. */
import type { Request, Response } from 'restify';
import * as z from 'zod';
import { valueSchema } from '../assessment/answers.ts';
import { keySchema } from '../assessment/id.ts';
import type { WrittenCell } from '../conversation/input.ts';
import type { Locale } from '../conversation/locale.ts';
import { keyOf } from '../directline/conversation-key.ts';
import type { RateLimiter } from '../directline/rate-limiter.ts';
import { createRateLimiter } from '../directline/rate-limiter.ts';
import { Refusal } from '../directline/refusal.ts';
import type { Holder } from '../directline/tokens.ts';
import type { GridAnswer, GridFilled, GridView } from '../presentation/grid-shown.ts';
import { answerError } from './answer-error.ts';
import { localeAsked } from './locale-asked.ts';
import type { HttpExchange } from './raw-body.ts';
import { sendJson } from './send.ts';
import type { Site } from './site.ts';
import { takeJson } from './take-json.ts';

/** Which grid, of whom, in which language. */
export interface GridAsked {
  readonly key: ReturnType<typeof keyOf>;
  readonly dialog: string;
  readonly card: string;
  readonly locale: Locale;
}

export interface GridOptions {
  /** Whom the bearer token speaks for. Throws a Refusal, or StoreUnavailable. */
  readonly admit: (headers: Request['headers']) => Promise<Holder>;
  /** The grid as it is; undefined where there is none such. Throws StoreUnavailable. */
  readonly view: (asked: GridAsked) => Promise<GridView | undefined>;
  /** Takes cells in one turn, once under one id. Throws a Refusal. */
  readonly save: (asked: GridAsked, saved: Saved) => Promise<GridAnswer | undefined>;
  /** Looks into the register of services in one turn, once under one id. Throws a Refusal. */
  readonly fill: (asked: GridAsked, id: string) => Promise<GridFilled | undefined>;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of a failure on our side. */
  readonly onFailure: (error: unknown) => void;
}

export interface Saved {
  readonly id: string;
  readonly cells: readonly WrittenCell[];
}

const LARGEST_BODY = 64 * 1024;
const MOST_CELLS = 400;

const idSchema = z.string().regex(/^[\w.-]{8,64}$/);
const cellSchema = z.strictObject({
  key: keySchema,
  text: z.string().max(500),
  was: valueSchema.exactOptional(),
  told: z.literal('register').exactOptional(),
});
const savedSchema = z.strictObject({ id: idSchema, cells: z.array(cellSchema).min(1).max(MOST_CELLS) });
const fillingSchema = z.strictObject({ id: idSchema });

export function createGrid(options: GridOptions): Site {
  const { now } = options;
  const rates = {
    GET: createRateLimiter({ count: 600, periodMs: 60_000, keys: 50_000, now }),
    POST: createRateLimiter({ count: 240, periodMs: 60_000, keys: 50_000, now }),
  };
  const path = '/api/grid/:dialog/:card';
  const answering =
    (rate: RateLimiter, answer: typeof show) => async (request: Request, response: Response) => {
      try {
        const holder = await options.admit(request.headers);
        const retryAfter = rate.take(holder.conversation);
        if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
        await answer(options, askedBy(options, request, holder), { request, response });
      } catch (error) {
        answerError(response, error, options.onFailure);
      }
    };
  return {
    mount(server) {
      server.get(path, answering(rates.GET, show));
      server.post(path, answering(rates.POST, save));
      server.post(`${path}/fill`, answering(rates.POST, fill));
    },
  };
}

function askedBy({ defaultLocale }: GridOptions, request: Request, holder: Holder): GridAsked {
  return {
    key: keyOf(holder.conversation),
    dialog: String(request.params.dialog),
    card: String(request.params.card),
    locale: localeAsked(request) ?? holder.locale ?? defaultLocale,
  };
}

async function show({ view }: GridOptions, asked: GridAsked, { response }: HttpExchange): Promise<void> {
  const grid = await view(asked);
  if (!grid) throw new Refusal('NotFound');
  sendJson(response, { status: 200, body: { grid } });
}

async function save(options: GridOptions, asked: GridAsked, exchange: HttpExchange): Promise<void> {
  await takeJson(exchange, { schema: savedSchema, largestBody: LARGEST_BODY }, saved =>
    options.save(asked, saved),
  );
}

async function fill(options: GridOptions, asked: GridAsked, exchange: HttpExchange): Promise<void> {
  await takeJson(exchange, { schema: fillingSchema, largestBody: LARGEST_BODY }, ({ id }) =>
    options.fill(asked, id),
  );
}
