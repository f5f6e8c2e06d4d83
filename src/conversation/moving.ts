/** The run in hand; an open one moves to the version of its instrument that is in force. */
import type { Card } from '../assessment/card.ts';
import { type CarriedOver, carriedKey, carryOver } from '../assessment/carry-over.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { findCard } from '../assessment/find-card.ts';
import { type Instrument, outsOf } from '../assessment/instrument.ts';
import { optionsAt } from '../assessment/options-at.ts';
import { walk } from '../assessment/walk.ts';
import { before, type RunScene, runScene, type Scene, type Turn } from './context.ts';
import type { Notice } from './notice.ts';
import { type Lasting, lastingOf } from './pending-kinds.ts';
import type { Pending, Run, Told } from './session.ts';

/** Told once, when a run has been moved. */
export type MovedNotice = Extract<Notice, `version-moved${string}`>;

export interface FoundRun {
  readonly scene: RunScene;
  /** Set where the run has been moved by this. */
  readonly moved?: MovedNotice;
}

/** Undefined when nothing has been begun, or the dialog is there no longer. */
export function runOf(scene: Scene): FoundRun | undefined {
  const { session, context } = scene;
  const run = session.active === undefined ? undefined : session.runs[session.active];
  if (!run) return undefined;
  const own = context.instrument(run.dialog, run.version);
  const current = context.current(run.dialog);
  if (own && (!current || own.version === current.version || isFinished(run, own)))
    return { scene: runScene(scene, run, own) };
  if (!current) return undefined;
  const { run: carried, moved } = moveRun(run, current);
  const pending =
    own && openStill(session.pending, { run, instrument: own }, { run: carried, instrument: current });
  // The first open card may be a new one: what is done next is meant for the card on the screen.
  const now = { ...carried, visiting: carried.visiting ?? stepOf(lastingOf(pending)) };
  const runs = { ...session.runs, [run.dialog]: now };
  return { scene: runScene({ ...scene, session: { ...session, runs, pending } }, now, current), moved };
}

/** The card on the screen; one that only its reason is missing from has been answered. */
function stepOf(pending: Lasting | undefined): string | undefined {
  if (pending?.kind === 'note' && pending.beneath) return stepOf(pending.beneath);
  return pending && pending.kind !== 'reason' && 'step' in pending ? pending.step : undefined;
}

/** The turn with the word of the move before it, unless the answers are gone by it. */
export function tellingMove({ scene: { run }, moved }: FoundRun, turn: Turn): Turn {
  const isKept = turn.session.runs[run.dialog]?.startedAt === run.startedAt;
  return moved && isKept ? before([{ kind: 'notice', notice: moved }], turn) : turn;
}

/** Whether the result has been shown and nothing is being changed: it keeps the version and the rules it was made with. */
function isFinished({ stage, visiting, answers, passed }: Run, instrument: Instrument): boolean {
  if (stage !== 'finished' || visiting !== undefined) return false;
  // Where the answers are not looked through at the end, a result is shown in between as well.
  return instrument.review === 'answers' || walk(instrument, answers, passed).next === undefined;
}

/** Carries a run over to another version of its instrument: answers that still fit are kept. */
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

type Asking = Pick<RunScene, 'run' | 'instrument'>;

/**
 * What is asked stays open where its card takes the same answers in both versions. Somebody who presses or types an
 * answer to the question before them is then answering the very question that the new version asks. Where the card has
 * changed a press is stale: it could mean another thing now. A note or a reason is about the card, whatever it offers.
 */
function openStill(pending: Pending | undefined, was: Asking, now: Asking): Pending | undefined {
  // What was offered of items as they were is looked for anew.
  if (pending === undefined || pending.kind === 'prefill') return undefined;
  const beneath =
    'beneath' in pending &&
    pending.beneath &&
    'step' in pending.beneath &&
    staysOpen(pending.beneath, was, now);
  const kept = beneath ? pending : { ...pending, ...('beneath' in pending && { beneath: undefined }) };
  if (pending.kind === 'reading') return beneath ? pending : undefined;
  if (!('step' in pending)) return kept;
  return staysOpen(pending, was, now) ? kept : undefined;
}

function staysOpen({ kind, step }: Extract<Pending, { step: string }>, was: Asking, now: Asking): boolean {
  const earlier = cardOf(was, step);
  const card = cardOf(now, step);
  if (!earlier || !card) return false;
  const fields = fieldsIn(now, card);
  if (kind === 'reason') return fields.some(({ key }) => now.run.answers[key] === 'na');
  if (kind !== 'step') return true;
  const shown = fieldsIn(was, earlier);
  return shown.length === fields.length && fields.every((field, index) => takesTheSame(shown[index], field));
}

function cardOf({ instrument, run }: Asking, key: string): Card | undefined {
  return findCard(instrument, run.answers, key);
}

interface Shape {
  readonly key: string;
  readonly limits: string;
  readonly options: readonly string[];
}

/** What each field of a card takes. */
function fieldsIn({ instrument, run: { answers } }: Asking, card: Card): readonly Shape[] {
  return fieldsOf(instrument, card, answers).map(({ key, input }) => ({
    key,
    limits: JSON.stringify('min' in input ? [input.type, input.min, input.max, input.unit] : [input.type]),
    options: [...optionsAt(instrument, { input, at: card.at }, answers), ...outsOf(instrument, input)],
  }));
}

/** Options may have come or gone at the end: "2" still means the second, and one that is gone is refused. */
function takesTheSame(was: Shape | undefined, now: Shape): boolean {
  return (
    was?.key === now.key &&
    was.limits === now.limits &&
    now.options.every((option, index) => option === (was.options[index] ?? option))
  );
}
