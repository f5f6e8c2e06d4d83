/** What was put into a page of many fields beside the conversation: one turn, and the question that is open stays so. */
import { isSameValue } from '../assessment/answers.ts';
import type { Change } from '../assessment/change-answers.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { fieldAt } from '../assessment/places.ts';
import { notice, type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Input, WrittenCell } from './input.ts';
import { tellingMove } from './moving.ts';
import { notedReply } from './noted-reply.ts';
import { lastingOf } from './pending-kinds.ts';
import { cardAt } from './place.ts';
import { markAccepted } from './prefilling/look-beside.ts';
import { readValue } from './read-value.ts';
import { refusedReply } from './refuse.ts';
import type { FieldProblem } from './rejection.ts';
import { runBeside } from './run-beside.ts';
import { choosingItemsOf } from './show.ts';
import { givenIn, write } from './write.ts';

/** Takes them all, or none when one cannot be taken or another answer has come in its place since it was looked at. */
export function takeEntries(scene: Scene, { dialog, locale, cells }: Input & { kind: 'entries' }): Turn {
  const found = runBeside(scene, dialog);
  if (!found) return notice(scene, 'unavailable-here');
  const written = { ...found.scene, session: { ...found.scene.session, locale } };
  const read = cells.map(cell => readCell(written, cell));
  const problems = read.flatMap(one => ('rejection' in one ? [one] : []));
  const changes = read.flatMap(one => ('rejection' in one ? [] : [one]));
  const taken = problems.length > 0 ? ({ kind: 'refused', problems } as const) : write(found.scene, changes);
  if (taken.kind === 'refused') return say(scene.session, [refusedReply(found.scene, taken.problems)]);
  const marked = markAccepted(taken.scene, cells);
  const turn = noting(scene, marked.scene, changes);
  return tellingMove(found, { ...turn, effects: [...turn.effects, ...marked.wished] });
}

function noting(before: Scene, written: RunScene, changes: readonly Change[]): Turn {
  const chosen = choosingItemsOf(written, changes);
  const { session } = chosen;
  const isOutOfDate = asksOneOf(before, chosen, changes);
  return say({ ...session, ...(isOutOfDate && { pending: undefined }) }, [
    notedReply(chosen, givenIn(changes)),
  ]);
}

/**
 * Whether the card on the chat's screen shows one of these fields as it was: sent in, its other fields would bring that
 * back. Without its nonce it is told as stale, and shown as it now is.
 */
function asksOneOf({ session }: Scene, now: RunScene, changes: readonly Change[]): boolean {
  const pending = lastingOf(session.pending);
  if (!pending || !('step' in pending) || session.active !== now.run.dialog) return false;
  const card = cardAt(now, pending.step);
  if (!card) return true;
  const asked = new Set(fieldsOf(now.instrument, card, now.run.answers).map(({ key }) => key));
  return changes.some(({ key }) => asked.has(key));
}

function readCell(scene: RunScene, { key, text, was }: WrittenCell): Change | FieldProblem {
  const { instrument, run } = scene;
  const field = fieldAt(instrument, key, run.answers);
  if (!field) return { key, rejection: { problem: 'unknown-input' } };
  const read = readValue(scene, field, text);
  if (read.kind === 'problem') return { key, rejection: read.rejection };
  // A name with a slip of the pen in it: the page cannot ask back.
  if (read.kind === 'guess') return { key, rejection: { problem: 'not-listed' } };
  const value = read.kind === 'value' ? read.value : undefined;
  const now = run.answers[key];
  const isOthers = !isSameValue(now, was) && !isSameValue(now, value);
  return isOthers ? { key, rejection: { problem: 'changed-since' } } : { key, value };
}
