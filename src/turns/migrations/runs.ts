/**
 * Schema 3 → 4: the quick check and the workbook were remembered in two shapes; now a run is a run, its answers stand
 * under path keys, and a card has one kind of key.
 */
import * as z from 'zod';
import { valuesInFile } from '../../assessment/scoring/workbook/parse-file.ts';
import { newPending, type OwnServices } from './pending.ts';
import { newKey } from './workbook-places.ts';

const WORKBOOK = 'workbook';

const earlierRun = z
  .looseObject({ dialog: z.string(), skipped: z.array(z.string()) })
  .transform(({ skipped, ...run }) => ({ ...run, passed: skipped }));

/** Checked as a whole when the session is parsed: here it only has to be taken apart. */
const earlierWorkbook = z.looseObject({
  version: z.string(),
  startedAt: z.number(),
  areas: z.array(z.string()),
  answers: z.record(z.string(), z.looseObject({}).optional()),
  target: z.looseObject({}).optional(),
  passed: z.array(z.string()),
  visiting: z.string().optional(),
  shown: z.literal(true).optional(),
});

const earlierSession = z.looseObject({
  run: earlierRun.optional(),
  workbook: earlierWorkbook.optional(),
  active: z.literal(WORKBOOK).optional(),
  pending: z.looseObject({ kind: z.string() }).optional(),
});

/** The record with its session in the new shape. */
export function withRuns(record: unknown): unknown {
  const raised = z.looseObject({ session: earlierSession }).safeParse(record).data;
  if (!raised) return record;
  const { run, workbook, active, pending, ...session } = raised.session;
  const runs = {
    ...(run && { [run.dialog]: run }),
    ...(workbook && { [WORKBOOK]: workbookRun(workbook) }),
  };
  const inHand = active ?? run?.dialog;
  return {
    ...raised,
    schema: 4,
    session: {
      ...session,
      runs,
      ...(inHand !== undefined && { active: inHand }),
      ...(pending && { pending: newPending(pending, ownServices(workbook)) }),
    },
  };
}

function workbookRun(earlier: z.infer<typeof earlierWorkbook>) {
  const { version, startedAt, areas, passed, visiting, shown } = earlier;
  return {
    dialog: WORKBOOK,
    version,
    startedAt,
    stage: shown ? 'finished' : 'asking',
    // They were remembered in the shape that files have.
    answers: {
      ...(areas.length > 0 && { areas }),
      ...valuesInFile({ areas: earlier.answers, target: earlier.target }),
    },
    passed: passed.flatMap(place => newKey(place) ?? []),
    reasons: {},
    notes: {},
    colleague: [],
    ...(visiting !== undefined && { visiting: newKey(visiting) }),
  };
}

const owns = z.object({ own: z.array(z.looseObject({ id: z.string() })) });

function ownServices(workbook: z.infer<typeof earlierWorkbook> | undefined): OwnServices {
  const areas = Object.entries(workbook?.answers ?? {});
  return Object.fromEntries(
    areas.map(([area, answer]) => [area, owns.safeParse(answer).data?.own.map(({ id }) => id) ?? []]),
  );
}
