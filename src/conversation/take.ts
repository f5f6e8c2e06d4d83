/** The ways an answer gets in: from a card, to the field that was asked, or among words about items. */
import type { AnswerKey, Entry } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import type { Change } from '../assessment/change-answers.ts';
import { fieldsOf, isAnswered } from '../assessment/fields-of.ts';
import { before, type RunScene, say, type Turn, withRun } from './context.ts';
import { leaveAnswered } from './leave-card.ts';
import { notedReply } from './noted-reply.ts';
import { isOpenCard, openCard } from './place.ts';
import { refuse, refusedReply } from './refuse.ts';
import { askField, cardNonce, choosingItemsOf, showNext } from './show.ts';
import { givenIn, write } from './write.ts';

/** Takes a card that was sent in. What does not fit is refused as a whole, and the card stays open. */
export function takeCard(scene: RunScene, card: Card, { entries, onward }: SentIn): Turn {
  const written = write(scene, entries);
  if (written.kind === 'refused') return refuse(scene, card, written.problems);
  return card.part === 'own'
    ? added(written.scene, card, entries)
    : leaveAnswered(written.scene, card, onward);
}

/** An item was added: its card would now be one for the next item, so the line tells of the item instead. */
function added(scene: RunScene, card: Card, entries: readonly Change[]): Turn {
  const given = givenIn(entries);
  const replaces = isOpenCard(scene, card) ? cardNonce(scene.session.pending) : undefined;
  const noted = { ...notedReply(scene, given), ...(replaces !== undefined && { replaces }) };
  return before([noted], showNext(withRun(scene, { visiting: undefined })));
}

/** What a card sent, and the card that somebody wants to go on to. */
export interface SentIn {
  readonly entries: readonly Change[];
  readonly onward?: string | undefined;
}

/** One field of a form answered by text: goes on with the form's next field. */
export function takeField(scene: RunScene, card: Card, { key, value }: Entry): Turn {
  const written = write(scene, [{ key, value }]);
  if (written.kind === 'refused') return refuse(scene, card, written.problems);
  const fields = fieldsOf(scene.instrument, card, written.scene.run.answers);
  const next = fields[fields.findIndex(field => field.key === key) + 1];
  return next
    ? askField(written.scene, card, { field: next.key, noted: { key, value } })
    : leaveAnswered(written.scene, card);
}

/**
 * Writes what was said of items; the card on screen stays open, unless this finished it. `left`: keys of what was left
 * out of what was said of all.
 */
export function takeSaid(scene: RunScene, entries: readonly Entry[], left: readonly AnswerKey[] = []): Turn {
  const written = write(scene, entries);
  if (written.kind === 'refused') return say(scene.session, [refusedReply(scene, written.problems)]);
  const chosen = choosingItemsOf(written.scene, entries);
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
