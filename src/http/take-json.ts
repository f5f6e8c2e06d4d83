import type { z } from 'zod';
import { Refusal } from '../directline/refusal.ts';
import type { HttpExchange } from './raw-body.ts';
import { readJson } from './read-json.ts';
import { problem, sendJson } from './send.ts';

interface Taking<Sent> {
  readonly schema: z.ZodType<Sent>;
  /** Bytes of the largest body taken. */
  readonly largestBody: number;
}

/**
 * Takes what was sent as JSON, and answers with what comes of it. Throws a Refusal where it is not of this form
 * (`BadArgument`) or `take` gives nothing (`NotFound`).
 */
export async function takeJson<Sent>(
  exchange: HttpExchange,
  { schema, largestBody }: Taking<Sent>,
  take: (sent: Sent) => Promise<object | undefined>,
): Promise<void> {
  const body = await readJson(exchange, largestBody);
  if (body.kind === 'broken-off') return;
  if (body.kind === 'refused') {
    sendJson(exchange.response, problem(body.status, body.code));
    return;
  }
  const sent = schema.safeParse(body.value);
  if (!sent.success) throw new Refusal('BadArgument');
  const taken = await take(sent.data);
  if (!taken) throw new Refusal('NotFound');
  sendJson(exchange.response, { status: 200, body: taken });
}
