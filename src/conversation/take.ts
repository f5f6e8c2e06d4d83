/** The one way an answer gets in, whatever it came from: checked, written, noted, and on to what comes next. */

import type { AnswerKey, Answers, Entry } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { type Change, keepReached, withChanges } from '../assessment/change-answers.ts';
import { checkAnswer, type ValueProblem } from '../assessment/check-answers.ts';
import { inputsIn } from '../assessment/condition.ts';
import { fieldsOf, isAnswered } from '../assessment/fields-of.ts';
import { cardAsking } from '../assessment/find-card.ts';
import { cardSteps, type Instrument, inputsOf, isFrame, outsOf } from '../assessment/instrument.ts';
import { NAME, namesIn } from '../assessment/names-in.ts';
import { type FieldAt, fieldAt, itemsOf } from '../assessment/places.ts';
import { sourcesKept } from '../assessment/prefilled.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { walk } from '../assessment/walk.ts';
import { before, type RunScene, say, type Turn, withRun } from './context.ts';
import { takingUp } from './other-areas.ts';
import { openCard, progressAt, refOf, valuesOf } from './place.ts';
import type { FieldProblem, Rejection } from './rejection.ts';
import type { Reply } from './reply.ts';
import { askField, cardNonce, choosing, showNext } from './show.ts';
import { askReason } from './side-questions.ts';

/** What became of entries: the run with them in, or why none was taken. */
export type Written =
  | { readonly kind: 'written'; readonly scene: RunScene }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/** Checks entries and writes them all, or none when one of them cannot be taken. An empty value takes an answer away. */
export function write(scene: RunScene, entries: readonly Change[]): Written {
  const { instrument, run } = scene;
  // A form sends all that stands on it, most of it as it was.
  const changes = entries.filter(({ key, value }) => run.answers[key] !== value);
  const given = withChanges(run.answers, changes);
  const problems = entries.flatMap(entry => {
    const problem = entry.value === undefined ? undefined : problemOf(scene, entry, given);
    return problem ? [{ key: entry.key, rejection: rejectionOf(problem) }] : [];
  });
  if (problems.length > 0) return { kind: 'refused', problems };
  const answers = keepReached(instrument, given, { before: run.answers, changes });
  const reasons = reasonsFor(answers, run.reasons);
  const prefilled = sourcesKept(run.prefilled, run.answers, answers);
  return { kind: 'written', scene: withRun(scene, { answers, reasons, prefilled }) };
}

/** Of the reasons that were given, those whose answers still want one. */
function reasonsFor(answers: Answers, reasons: RunScene['run']['reasons']): RunScene['run']['reasons'] {
  const given = Object.entries(reasons);
  const wanted = given.filter(([key]) => answers[key] === 'na');
  return wanted.length === given.length ? reasons : Object.fromEntries(wanted);
}

function problemOf(
  { instrument }: RunScene,
  { key, value }: Entry,
  given: Answers,
): ValueProblem | undefined {
  const field = fieldAt(instrument, key, given);
  if (!field) return { problem: 'unknown-input' };
  const most = key.endsWith(`.${NAME}`) ? mostAdded(instrument, field, given) : undefined;
  if (most !== undefined) return { problem: 'too-many', max: most };
  return checkAnswer(instrument, { answers: given, ...field }, value);
}

/** How many items people can add where this one is, if there are more of them now. */
function mostAdded(instrument: Instrument, { at }: FieldAt, answers: Answers): number | undefined {
  const list = at.at(-1)?.list ?? '';
  const own = instrument.lists[list]?.own;
  const within = { at: at.slice(0, -1), answers };
  const listed = itemsOf(instrument, list, { ...within, answers: {} });
  const added = itemsOf(instrument, list, within).length - listed.length;
  return own !== undefined && added > own ? own : undefined;
}

function rejectionOf(problem: ValueProblem): Rejection {
  return {
    problem: problem.problem,
    ...('min' in problem && { min: problem.min }),
    ...('max' in problem && { max: problem.max }),
    ...('unit' in problem && { unit: problem.unit }),
    ...('decimals' in problem && { decimals: problem.decimals }),
  };
}

/** Takes a card that was sent in. What does not fit is refused as a whole, and the card stays open. */
export function takeCard(scene: RunScene, card: Card, { entries, onward }: SentIn): Turn {
  const written = write(scene, entries);
  if (written.kind === 'refused') return refuse(scene, card, written.problems);
  return card.part === 'own' ? added(written.scene, card, entries) : ended(written.scene, card, onward);
}

/** An item was added: its card would now be one for the next item, so the line tells of the item instead. */
function added(scene: RunScene, card: Card, entries: readonly Change[]): Turn {
  const given = entries.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }]));
  const replaces = isOpen(scene, card) ? cardNonce(scene.session.pending) : undefined;
  const noted = { ...notedReply(scene, given), ...(replaces !== undefined && { replaces }) };
  return before([noted], showNext(withRun(scene, { visiting: undefined })));
}

/** What a card sent, and the card that somebody wants to go on to. */
export interface SentIn {
  readonly entries: readonly Change[];
  readonly onward?: string | undefined;
}

/** The card's line takes its place, and what comes next is shown. */
export function ended(scene: RunScene, card: Card, onward?: string): Turn {
  const left = leaving(scene, card, onward);
  const counted = [{ kind: 'count', counter: 'answered', step: card.step.id } as const];
  const next = isUnreasoned(left, card)
    ? askReason(left, card)
    : showNext(isFrame(card.step) ? takingUp(left) : left);
  const turn = before(closing(left, card, 'answered'), next);
  return { ...turn, effects: [...counted, ...turn.effects] };
}

/** One field of a form answered by text: goes on with the form's next field. */
export function takeField(scene: RunScene, card: Card, { key, value }: Entry): Turn {
  const written = write(scene, [{ key, value }]);
  if (written.kind === 'refused') return refuse(scene, card, written.problems);
  const fields = fieldsOf(scene.instrument, card, written.scene.run.answers);
  const next = fields[fields.findIndex(field => field.key === key) + 1];
  return next
    ? askField(written.scene, card, { field: next.key, noted: { key, value } })
    : ended(written.scene, card);
}

/** Moves past a card without answering; it counts as unknown and can be answered later. */
export function skipCard(scene: RunScene, card: Card): Turn {
  const { instrument, run } = scene;
  const shared = card.step.type === 'form' ? card.step.shares : [];
  const told = fieldsOf(instrument, card, run.answers).filter(
    ({ key, input }) => run.answers[key] !== undefined && !shared.includes(input.id),
  );
  // In a list, what was told of an item by the way stays; a question skipped has no answer.
  const cleared = card.at.length === 0 && card.step.type !== 'table' && !isFrame(card.step) ? told : [];
  const written = write(
    scene,
    cleared.map(({ key }) => ({ key, value: undefined })),
  );
  const open = written.kind === 'written' ? written.scene : scene;
  const left = withRun(open, { passed: including(run.passed, card.key), visiting: undefined });
  if (card.step.type === 'show') return showNext(left);
  const kept = told.length > cleared.length ? 'answered' : 'skipped';
  return before(closing(left, card, kept), showNext(left));
}

/**
 * Writes what was said of items; the card on screen stays open, unless this finished it. `left`: keys of what was left
 * out of what was said of all.
 */
export function takeSaid(scene: RunScene, entries: readonly Entry[], left: readonly AnswerKey[] = []): Turn {
  const written = write(scene, entries);
  if (written.kind === 'refused') return say(scene.session, [refused(scene, written.problems)]);
  const { instrument } = scene;
  const fields = entries.flatMap(({ key }) => fieldAt(instrument, key, written.scene.run.answers) ?? []);
  const chosen = fields.reduce((changed, { at }) => choosing(changed, at), written.scene);
  const noted = notedReply(chosen, entries, left);
  const open = openCard(chosen);
  if (open && stays(chosen, open)) return say({ ...chosen.session, misses: 0 }, [{ ...noted, open: true }]);
  const over = open && chosen.run.visiting === open.key ? withRun(chosen, { visiting: undefined }) : chosen;
  return before([noted], showNext(over));
}

/** A card for an item of one's own is done once the item is there. */
function stays({ instrument, run }: RunScene, card: Card): boolean {
  if (card.part === 'own' || card.step.type === 'show') return false;
  return !run.passed.includes(card.key) && !isAnswered(instrument, card, run.answers);
}

/** What is told of entries that were written, and how the figures stand now. */
export function notedReply(
  scene: RunScene,
  entries: readonly Entry[],
  left: readonly AnswerKey[] = [],
): Extract<Reply, { kind: 'noted' }> {
  const { instrument, run } = scene;
  const growing = growingAt(scene, entries);
  return {
    kind: 'noted',
    ...refOf(instrument),
    entries: toldOf(scene, entries),
    names: namesIn(run.answers),
    ...(growing && { growing }),
    ...(left.length > 0 && { left }),
  };
}

/**
 * All that is known of the items that were spoken of, so that nobody wonders what became of what they said before. A
 * question outside the lists has no item: of it what was said now is told.
 */
function toldOf({ instrument, run }: RunScene, entries: readonly Entry[]): Entry[] {
  if (entries.every(({ key }) => !key.includes('.'))) return [...entries];
  const items = [...new Set(entries.map(({ key }) => key.slice(0, key.lastIndexOf('.') + 1)))];
  const asked = cardSteps(instrument).filter(({ step }) => !step.aside);
  return items.flatMap(item => {
    const told = asked.flatMap(({ step }) => {
      const fields = inputsOf(step).map(({ id }) => item + id);
      const given = fields.flatMap(key => {
        const value = run.answers[key];
        return value === undefined ? [] : [{ key, value }];
      });
      return given.length === 0 ? [] : [{ given, spoken: entries.some(({ key }) => fields.includes(key)) }];
    });
    const close = told.length > MOST_STEPS_TOLD ? told.filter(({ spoken }) => spoken) : told;
    // Of an item that was only named, its name.
    return close.length > 0
      ? close.flatMap(({ given }) => given)
      : entries.filter(({ key }) => key.startsWith(item));
  });
}

/** Of an item with more cards than these, only those that were spoken of are told. */
const MOST_STEPS_TOLD = 2;

/** How the figures stand now, when what was said is all of one place. */
function growingAt({ instrument, run }: RunScene, entries: readonly Entry[]) {
  const places = entries.flatMap(({ key }) => {
    const card = cardAsking(instrument, run.answers, key);
    return card ? [card.at] : [];
  });
  const [first] = places;
  const same = new Set(places.map(at => at[0]?.item)).size === 1;
  return first && same ? scoringOf(instrument).growing?.(instrument, run.answers, first) : undefined;
}

/** Says why a card was not taken; a question by itself is refused in its own words. */
export function refuse(scene: RunScene, card: Card, problems: readonly FieldProblem[]): Turn {
  const [first] = problems;
  const alone = !('inputs' in card.step) && card.step.type !== 'climb' && card.step.type !== 'choose';
  if (first && alone) return reject(scene, first.rejection);
  const nonce = scene.session.pending?.nonce;
  const asked = nonce !== undefined && isOpen(scene, card) && { open: { step: card.key, nonce } };
  return say(scene.session, [{ ...refused(scene, problems), ...asked }]);
}

function refused(
  { instrument }: RunScene,
  problems: readonly FieldProblem[],
): Extract<Reply, { kind: 'refused' }> {
  return { kind: 'refused', ...refOf(instrument), problems };
}

/** Refuses an answer; the question stays open. */
export function reject(scene: RunScene, rejection: Rejection): Turn {
  return say(scene.session, [{ kind: 'rejected', rejection }]);
}

/** Marks a card as gone through where something on it was left open, and leaves it. */
function leaving(scene: RunScene, card: Card, onward: string | undefined): RunScene {
  const { instrument, run } = scene;
  const complete = card.part === 'own' || card.step.aside || isAnswered(instrument, card, run.answers);
  const passed = complete ? run.passed.filter(key => key !== card.key) : including(run.passed, card.key);
  return withRun(scene, { passed, visiting: onward ?? calledFor(scene, card) });
}

/**
 * Changed afterwards, a ladder goes on from where the change leads, and what a choice or an answer calls for is asked;
 * until then the next open card is that one anyway.
 */
function calledFor({ instrument, run }: RunScene, card: Card): string | undefined {
  if (run.stage === 'asking' || instrument.review === 'result') return undefined;
  const { path, open } = walk(instrument, run.answers, run.passed);
  if (card.step.type === 'choose') return open[0]?.key;
  const changed = inputsOf(card.step).map(({ id }) => id);
  const dependent = open.find(
    ({ step: { when } }) => when && inputsIn(when).some(id => changed.includes(id)),
  );
  if (dependent || card.step.type !== 'climb') return dependent?.key;
  const next = path[path.findIndex(({ key }) => key === card.key) + 1];
  const goesOn =
    next?.step === card.step && next.key.startsWith(card.key.slice(0, card.key.lastIndexOf('.') + 1));
  return goesOn && open.includes(next) ? next.key : undefined;
}

function including(keys: readonly string[], key: string): string[] {
  return [...new Set([...keys, key])];
}

/** The answered question's card shrinks to a line, so that only the open one has buttons. */
function closing(scene: RunScene, card: Card, how: 'answered' | 'skipped'): Reply[] {
  const { instrument, run } = scene;
  const { pending } = scene.session;
  const nonce = isOpen(scene, card) ? cardNonce(pending) : undefined;
  if (nonce === undefined) return [];
  const scoring = scoringOf(instrument);
  const line = how === 'answered' ? scoring.noted?.(instrument, run.answers, card) : undefined;
  const growing =
    how === 'answered' && !line ? scoring.growing?.(instrument, run.answers, card.at) : undefined;
  return [
    {
      kind: 'answered',
      step: card.key,
      replaces: nonce,
      progress: progressAt(scene, card),
      values: valuesOf(scene, card),
      skipped: how === 'skipped',
      ...(scene.heard && { heard: scene.heard }),
      ...(line && { line }),
      ...(growing && { growing }),
      ...refOf(instrument),
    },
  ];
}

/** Whether the card is what is asked now, and so stands on the screen. */
function isOpen({ session: { pending } }: RunScene, card: Card): boolean {
  return pending !== undefined && 'step' in pending && pending.step === card.key;
}

/** "Does not apply" is asked a reason for, where the instrument wants one. */
function isUnreasoned({ instrument, run }: RunScene, card: Card): boolean {
  if (instrument.reasons === 'not-asked') return false;
  return fieldsOf(instrument, card, run.answers).some(
    ({ key, input }) =>
      run.answers[key] === 'na' && outsOf(instrument, input).includes('na') && run.reasons[key] === undefined,
  );
}
