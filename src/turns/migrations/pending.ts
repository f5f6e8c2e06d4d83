/**
 * Record schema 3 → 4, the question that was open: the workbook's cards and its "did I read you right?" had kinds of their
 * own, and are now a `step` and a `reading` like any other.
 */
import * as z from 'zod';
import type { Entry } from '../../assessment/answers.ts';
import { newKey } from './workbook-places.ts';

const WORKBOOK = 'workbook';

/** Area → the ids of the services that people have added there. */
export type OwnServices = Readonly<Record<string, readonly string[]>>;

/** What a message said of one service. A `name` made it a new one. */
const remarkSchema = z.looseObject({
  area: z.string(),
  service: z.string().optional(),
  name: z.string().optional(),
  status: z.string().optional(),
  phases: z.record(z.string(), z.string()).optional(),
  usageRate: z.union([z.number(), z.string()]).optional(),
  cases: z.number().optional(),
});
type Remark = z.infer<typeof remarkSchema>;

const place = z.object({ kind: z.literal(WORKBOOK), place: z.string(), nonce: z.string() });
const reading = z.looseObject({
  kind: z.literal('reading'),
  input: z.string(),
  value: z.union([z.string(), z.number()]),
  nonce: z.string(),
});
const remarks = z.looseObject({
  kind: z.literal('workbook-reading'),
  nonce: z.string(),
  remarks: z.array(remarkSchema),
});
const command = z.looseObject({ kind: z.literal('command'), name: z.literal(WORKBOOK) });
const withBeneath = z.looseObject({ beneath: z.looseObject({ kind: z.string() }) });

/** What is open, in today's shape; what needs no carrying comes back as it is. */
export function newPending(pending: unknown, own: OwnServices): unknown {
  const { beneath } = withBeneath.safeParse(pending).data ?? {};
  const under = beneath && { beneath: newPending(beneath, own) };
  const card = place.safeParse(pending).data;
  if (card) return { kind: 'step', step: newKey(card.place) ?? 'areas', nonce: card.nonce };
  const read = readingOf(pending, own);
  if (read) return { kind: 'reading', ...read, ...under };
  const start = command.safeParse(pending).data;
  if (start) return { ...start, name: 'start', dialog: WORKBOOK, ...under };
  return under ? { ...z.looseObject({}).parse(pending), ...under } : pending;
}

function readingOf(pending: unknown, own: OwnServices): { nonce: string; entries: Entry[] } | undefined {
  const read = reading.safeParse(pending).data;
  if (read) return { nonce: read.nonce, entries: [{ key: read.input, value: read.value }] };
  const said = remarks.safeParse(pending).data;
  return said && { nonce: said.nonce, entries: entriesOf(said.remarks, own) };
}

/** A new service gets an id that none has yet in its area. */
function entriesOf(said: readonly Remark[], own: OwnServices): Entry[] {
  const taken = new Map(Object.entries(own));
  return said.flatMap(remark => {
    const { area } = remark;
    const ids = taken.get(area) ?? [];
    const service = remark.service ?? freeId(ids);
    taken.set(area, [...ids, service]);
    return entriesOfRemark(service, remark);
  });
}

function freeId(taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`own-${number}`)) return `own-${number}`;
}

function entriesOfRemark(
  service: string,
  { area, name, status, phases = {}, usageRate, cases }: Remark,
): Entry[] {
  const at = (field: string, value: string | number | undefined) =>
    value === undefined ? [] : [{ key: `${area}.${service}.${field}`, value }];
  return [
    ...at('name', name),
    ...at('status', status),
    ...Object.entries(phases).flatMap(([phase, state]) => at(phase, state)),
    ...at('usage-rate', usageRate),
    ...at('cases', cases),
  ];
}
