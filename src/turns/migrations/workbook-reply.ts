/** The workbook had replies of its own until the end of November 2026: each becomes one that all instruments share. */
import * as z from 'zod';
import { SOME_AREA } from './november-services.ts';
import { carriedCard } from './workbook-cards.ts';
import { carriedWhole } from './workbook-figures.ts';
import { carriedDidYouMean, carriedNoted } from './workbook-noted.ts';
import { carriedRefused } from './workbook-refused.ts';

/** Kind → what it is now, or undefined where the reply cannot be read. */
export const WORKBOOK_REPLIES: Readonly<Record<string, (reply: unknown) => unknown>> = {
  'workbook-areas': carriedCard,
  'workbook-services': carriedCard,
  'workbook-service': carriedCard,
  'workbook-benefit': carriedCard,
  'workbook-own': carriedCard,
  'workbook-target': carriedCard,
  'workbook-area': carriedCard,
  'workbook-whole': carriedWhole,
  'workbook-noted': carriedNoted,
  'workbook-did-you-mean': carriedDidYouMean,
  'workbook-refused': carriedRefused,
  'workbook-status': carriedStatus,
  'workbook-explained': carriedExplanation,
  'workbook-imported': carriedImport,
};

const statusSchema = z.object({
  version: z.string(),
  progress: z.object({ done: z.number(), total: z.number() }),
});

/** It also counted the services decided on in each area. Today's status counts cards there, so that part is dropped. */
function carriedStatus(reply: unknown): unknown {
  const read = statusSchema.safeParse(reply).data;
  if (!read) return undefined;
  const { version, progress } = read;
  const cards = { answered: progress.done, total: progress.total, position: 0 };
  return { kind: 'status', dialog: 'workbook', version, progress: cards };
}

/** November told only the kind of the card it explained. The text is the same for every area and service: any card does. */
const EXPLAINED: Readonly<Record<string, string>> = {
  areas: 'areas',
  services: `${SOME_AREA}.statuses.1`,
  service: `${SOME_AREA}.building-permits.details`,
  benefit: `${SOME_AREA}.building-permits.benefit`,
  own: `${SOME_AREA}.statuses.own`,
  area: `${SOME_AREA}.figures`,
  target: 'target',
};

function carriedExplanation(reply: unknown): unknown {
  const read = z.object({ version: z.string(), card: z.string() }).safeParse(reply).data;
  const step = read && EXPLAINED[read.card];
  return step && { kind: 'explanation', dialog: 'workbook', version: read.version, step, names: {} };
}

const importedSchema = z.object({ version: z.string(), areas: z.array(z.string()), services: z.number() });

function carriedImport(reply: unknown): unknown {
  const read = importedSchema.safeParse(reply).data;
  if (!read) return undefined;
  const items = read.areas.map(item => ({ list: 'areas', item }));
  return { kind: 'imported', dialog: 'workbook', version: read.version, items, count: read.services };
}
