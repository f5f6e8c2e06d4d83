/** How records of earlier shapes are carried over, a step at a time. What cannot be carried is told as unreadable. */
import { z } from 'zod';
import { FINGERPRINT_LENGTH } from './fingerprint.ts';
import { withRuns } from './migrate-runs.ts';

/** From an older schema number to the next one up. */
export const RECORD_MIGRATIONS: Readonly<Record<number, (record: unknown) => unknown>> = {
  1: withoutReplies,
  2: withBeneath,
  3: withRuns,
  4: withTold,
};

/** Replies stood beside the fingerprints: a delivery repeated across the change is known, but gets no answer again. */
function withoutReplies(record: unknown): unknown {
  const { deliveries, ...rest } = withDeliveries.parse(record);
  return { ...rest, schema: 2, applied: deliveries.map(([id]) => id).join('') };
}

/** A side question named the card on the screen; now it bears the question that lies beneath it. */
function withBeneath(record: unknown): unknown {
  const { data } = withCard.safeParse(record);
  const raised = z.looseObject({}).parse(record);
  if (!data) return { ...raised, schema: 3 };
  const { card, ...pending } = data.session.pending;
  const beneath =
    typeof card === 'string'
      ? { kind: 'step', step: pending.step, nonce: card }
      : { kind: 'workbook', ...card };
  return { ...raised, schema: 3, session: { ...data.session, pending: { ...pending, beneath } } };
}

const withCard = z.object({
  session: z.looseObject({
    pending: z.discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('reading'), step: z.string(), card: z.string() }),
      z.looseObject({ kind: z.literal('workbook-reading'), card: z.looseObject({}) }),
    ]),
  }),
});

const withDeliveries = z.looseObject({
  deliveries: z.array(z.tuple([z.string().length(FINGERPRINT_LENGTH)], z.unknown())).catch([]),
});

/** Of other areas the answers alone were kept; now what was said beside them is, too. */
function withTold(record: unknown): unknown {
  const { data } = withOthers.safeParse(record);
  if (!data) return { ...z.looseObject({}).parse(record), schema: 5 };
  const runs = Object.entries(data.session.runs).map(([dialog, { others, ...run }]) => [
    dialog,
    { ...run, ...(others && { others: others.map(answers => ({ answers, ...NOTHING_BESIDE })) }) },
  ]);
  return { ...data, schema: 5, session: { ...data.session, runs: Object.fromEntries(runs) } };
}

const NOTHING_BESIDE = { passed: [], reasons: {}, notes: {}, colleague: [] };

const withOthers = z.looseObject({
  session: z.looseObject({
    runs: z.record(z.string(), z.looseObject({ others: z.array(z.looseObject({})).optional() })),
  }),
});
