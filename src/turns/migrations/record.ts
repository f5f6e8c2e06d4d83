/**
 * How conversation records of earlier schemas are carried over, one number at a time. One that cannot be carried fails
 * the newest schema: `readRecord` calls it unreadable and keeps it aside.
 */
import * as z from 'zod';
import { FINGERPRINT_LENGTH } from '../fingerprint.ts';
import { withRuns } from './runs.ts';

/** From an older schema number to the next one up. */
export const RECORD_MIGRATIONS: Readonly<Record<number, (record: unknown) => unknown>> = {
  1: withoutReplies,
  2: withBeneath,
  3: withRuns,
  4: withBesides,
};

/** 1 → 2: replies stood beside the fingerprints. A delivery repeated across the change is recognised, but gets no replies. */
function withoutReplies(record: unknown): unknown {
  const { deliveries, ...rest } = withDeliveries.parse(record);
  return { ...rest, schema: 2, applied: deliveries.map(([id]) => id).join('') };
}

/** 2 → 3: "did I read you right?" named the card it was asked about; now it bears that card's question, as `beneath`. */
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

/** 4 → 5: of an area judged earlier only its answers were kept; now its reasons, notes and skipped cards are, too. */
function withBesides(record: unknown): unknown {
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
