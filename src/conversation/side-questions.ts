/** What is asked beside the assessment's own questions: a reason, a note, "did you mean", "are you sure". */
import type { AnswerKey, Entry } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { asideReply, ask, readingReply, sureReply } from './asking.ts';
import type { Command } from './command.ts';
import { before, type RunScene, type Scene, say, type Turn, withPending, withRun } from './context.ts';
import { type Lasting, withoutYesOrNo } from './pending-kinds.ts';
import { openCard } from './place.ts';
import { reject } from './refuse.ts';
import { asksWords, type Pending } from './session.ts';
import { showNext, showOpen } from './show.ts';

/** Long enough for a sentence or a link, short enough to stay a note. */
export const LONGEST_NOTE = 300;

/** "Did you mean …?"; `left`: keys of what was left out of what was said of all. */
export function suggestReading(
  scene: RunScene,
  entries: readonly Entry[],
  left: readonly AnswerKey[] = [],
): Turn {
  return ask(
    scene,
    (nonce, beneath) => ({ kind: 'reading' as const, entries, nonce, beneath }),
    pending => readingReply(scene, pending, left),
  );
}

/** "Did you mean this command?" */
export function suggestCommand(scene: Scene, { name, dialog }: { name: Command; dialog?: string }): Turn {
  const meant = { kind: 'command' as const, name, ...(dialog !== undefined && { dialog }) };
  return ask(scene, (nonce, beneath) => ({ ...meant, nonce, beneath }), sureReply);
}

/** Asks, after an answer was taken, whether the reason that came with it should be kept as a note. */
export function offerNote(
  scene: RunScene,
  taken: Turn,
  { step, note }: { step: string; note: string },
): Turn {
  if (taken.replies.some(({ kind }) => kind === 'rejected')) return taken;
  const kept = note.slice(0, LONGEST_NOTE);
  const left = { ...scene, session: taken.session };
  const asked = askAside(left, nonce => ({ kind: 'keep-note', step, nonce, note: kept }));
  const closing = taken.replies.filter(({ kind }) => kind === 'answered');
  return { ...before(closing, asked), effects: taken.effects };
}

/** Asks for a note to the card that is open, or was last shown. */
export function askNote(scene: RunScene, step: string): Turn {
  return askAside(scene, (nonce, beneath) => ({
    kind: 'note',
    step,
    nonce,
    beneath: beneath?.kind === 'note' ? beneath.beneath : stepOrReason(beneath),
  }));
}

function stepOrReason(beneath: Lasting | undefined) {
  return beneath?.kind === 'step' || beneath?.kind === 'reason' ? beneath : undefined;
}

/** Asks why something does not apply. */
export function askReason(scene: RunScene, { key: step }: Card): Turn {
  return askAside(scene, nonce => ({ kind: 'reason', step, nonce }));
}

type Aside = Parameters<typeof asideReply>[1];

function askAside(scene: RunScene, open: (nonce: string, beneath: Lasting | undefined) => Aside): Turn {
  return ask(scene, open, pending => asideReply(scene, pending));
}

/** Why a card (in a form: the fields marked so) does not apply; nothing given is fine too. */
export function keepReason(scene: RunScene, card: Card, reason: string | undefined): Turn {
  const text = reason?.trim();
  const { run, instrument } = scene;
  const inapplicable = fieldsOf(instrument, card, run.answers).filter(({ key }) => run.answers[key] === 'na');
  const given = text ? Object.fromEntries(inapplicable.map(({ key }) => [key, text])) : {};
  return showNext(withRun(scene, { reasons: { ...run.reasons, ...given } }));
}

/** Asks whether to begin anew, since the answers given are thrown away by that. */
export function askRestart(scene: Scene): Turn {
  return ask(
    scene,
    (nonce, beneath) => ({ kind: 'confirm' as const, what: 'restart' as const, nonce, beneath }),
    sureReply,
  );
}

/** No to the side question that was open: what lay beneath it is open again. */
export function declined(scene: RunScene, pending: Pending | undefined): Turn {
  const open = withoutYesOrNo(scene);
  // Asked of an item in a table ("did you mean usage rate 50 %?"), the table's card still stands on the screen as it was.
  if (pending?.kind === 'reading' && pending.beneath && pending.entries.some(({ key }) => key.includes('.')))
    return say(open.session, KEPT);
  const again = showOpen(open);
  const kept = pending?.kind === 'confirm' || pending?.kind === 'file' || again.replies.length === 0;
  return kept ? before(KEPT, again) : again;
}

export const KEPT = [{ kind: 'notice', notice: 'kept-as-is' }] as const;

/** Keeps a note to a card; an empty one is none. */
export function keepNote(scene: RunScene, step: string, words: string): Turn {
  const open = withoutNote(scene);
  const note = words.trim();
  if (!note) return showOpen(open);
  const kept = withRun(open, { notes: { ...scene.run.notes, [step]: note } });
  return before([{ kind: 'notice', notice: 'note-saved' }], showOpen(kept));
}

/** The scene in which the question for a note is over. */
export function withoutNote(scene: RunScene): RunScene {
  const { pending } = scene.session;
  return pending?.kind === 'note' ? withPending(scene, pending.beneath) : scene;
}

/** Free words, for the reason or the note that was asked. */
export function keepWords(scene: RunScene, words: string): Turn {
  const { pending } = scene.session;
  const card = asksWords(pending) ? openCard(scene) : undefined;
  if (!card) return showOpen(scene);
  if (words.length > LONGEST_NOTE) return reject(scene, { problem: 'too-long', max: LONGEST_NOTE });
  return pending?.kind === 'reason' ? keepReason(scene, card, words) : keepNote(scene, card.key, words);
}
