/** Carries a run over to another version of its instrument. */
import { type CarriedOver, carriedKey, carryOver } from '../assessment/carry-over.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { findCard } from '../assessment/find-card.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Notice } from './notice.ts';
import type { Run, Told } from './session.ts';

/** Told once, when a run has been moved. */
export type MovedNotice = Extract<Notice, `version-moved${string}`>;

/** Answers that still fit are kept, and what stands beside them goes with them. */
export function moveRun(
  run: Run,
  instrument: Instrument,
): { readonly run: Run; readonly moved: MovedNotice } {
  const { told, carried } = carryTold(run, run.version, instrument);
  const { again } = carried;
  const visiting = run.visiting === undefined ? undefined : carriedKey(instrument, run.version, run.visiting);
  return {
    run: {
      ...run,
      ...told,
      version: instrument.version,
      stage: stageOf(run, again),
      ...(run.others && {
        others: run.others.map(other => carryTold(other, run.version, instrument).told),
      }),
      prefilled: run.prefilled && carryPrefilled(run, run.prefilled, { instrument, carried }),
      visiting: visiting && findCard(instrument, told.answers, visiting) ? visiting : undefined,
    },
    moved: toldOf(carried),
  };
}

function toldOf({ again, merged }: CarriedOver): MovedNotice {
  if (merged.length > 0) return 'version-moved-merged';
  return again.length > 0 ? 'version-moved-again' : 'version-moved';
}

/** Answers that stand as a register told them still do under their keys of today. */
function carryPrefilled(
  { version }: Run,
  prefilled: NonNullable<Run['prefilled']>,
  { instrument, carried }: { readonly instrument: Instrument; readonly carried: CarriedOver },
): NonNullable<Run['prefilled']> {
  const itemNow = (item: string) => carriedKey(instrument, version, item);
  return {
    ...prefilled,
    sources: withKeys(prefilled.sources, key =>
      countingKey(carried, carriedKey(instrument, version, key), key),
    ),
    ways: Object.fromEntries(Object.entries(prefilled.ways).map(([item, ways]) => [itemNow(item), ways])),
    decided: prefilled.decided.map(itemNow),
  };
}

/** The answers about one area, and what was said beside them, as another version takes them. */
function carryTold(
  was: Told,
  version: string,
  instrument: Instrument,
): { readonly told: Told; readonly carried: CarriedOver } {
  const carried = carryOver(instrument, version, was.answers);
  const { answers, again } = carried;
  const keyNow = (key: string) => carriedKey(instrument, version, key);
  const known = (keys: readonly string[]) =>
    keys.map(keyNow).filter(key => findCard(instrument, answers, key));
  const asksAgain = (key: string) => {
    const card = findCard(instrument, answers, key);
    return card && fieldsOf(instrument, card, answers).some(field => again.includes(field.key));
  };
  const told = {
    answers,
    passed: known(was.passed).filter(key => !asksAgain(key)),
    reasons: withKeys(was.reasons, key => {
      const now = countingKey(carried, keyNow(key), key);
      return now !== undefined && answers[now] === 'na' ? now : undefined;
    }),
    notes: mergedNotes(was.notes, key => known([key])[0]),
    colleague: known(was.colleague),
    ...(was.by && {
      by: withKeys(was.by, key => countingKey(carried, keyNow(key), key)),
    }),
  };
  return { told, carried };
}

/** What is said beside an answer goes with it: undefined where another one counts in its place, or none does. */
function countingKey({ answers, from }: CarriedOver, now: string, was: string): string | undefined {
  return answers[now] !== undefined && from[now] === was ? now : undefined;
}

/** What has to be answered again is asked, not only shown as missing. */
function stageOf({ stage }: Run, again: CarriedOver['again']): Run['stage'] {
  if (again.length > 0) return 'asking';
  return stage === 'finished' ? 'reviewing' : stage;
}

/** Notes on cards that are one now stand one after the other: none takes the place of another. */
function mergedNotes(
  notes: Readonly<Record<string, string>>,
  keyNow: (key: string) => string | undefined,
): Record<string, string> {
  const merged = new Map<string, string>();
  for (const [key, note] of Object.entries(notes)) {
    const now = keyNow(key);
    const there = now === undefined ? undefined : merged.get(now);
    if (now !== undefined) merged.set(now, there === undefined ? note : `${there}\n${note}`);
  }
  return Object.fromEntries(merged);
}

function withKeys(
  texts: Readonly<Record<string, string>>,
  keyNow: (key: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      const now = keyNow(key);
      return now === undefined ? [] : [[now, text] as const];
    }),
  );
}
