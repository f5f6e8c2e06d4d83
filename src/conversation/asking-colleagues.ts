/** Asks a colleague by a link: for whom it is, what it asks, and what came back. */

import { type AnswerKey, type Entry, isOut, isSameValue, type Value } from '../assessment/answers.ts';
import { cardAsking } from '../assessment/find-card.ts';
import { namesIn } from '../assessment/names-in.ts';
import { ask, nameReply } from './asking.ts';
import { type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import type { Effect } from './effect.ts';
import { openQuestions } from './open-questions.ts';
import { MOST_PARTS, PART_DAYS, type PartAnswers, type PartAsked } from './parts.ts';
import { refOf } from './place.ts';
import type { Reply } from './reply.ts';
import { showOpen } from './show.ts';
import { write } from './write.ts';

/** Asks who knows what was marked for a colleague: the link is for that role. */
export function askWho(scene: Scene, run: RunScene | undefined): Turn {
  const { session, context } = scene;
  if (!context.part || session.place === 'group')
    return say(session, [{ kind: 'notice', notice: 'unavailable-here' }]);
  if (!run || cardsToAsk(run).length === 0)
    return say(session, [{ kind: 'notice', notice: 'nothing-for-colleague' }]);
  return ask(
    run,
    (nonce, beneath) => ({ kind: 'name' as const, nonce, of: 'part' as const, beneath }),
    nameReply,
  );
}

/** What was marked and is not known yet. */
function cardsToAsk(run: RunScene): readonly string[] {
  const open = openQuestions(run);
  return open ? open.colleague : run.run.colleague;
}

/** The link, for this role. What is open stays open. */
export function offerPart(run: RunScene, role: string): Turn {
  const { context, session, instrument, now } = run;
  const cards = cardsToAsk(run);
  if (!context.part || cards.length === 0)
    return say(session, [{ kind: 'notice', notice: 'unavailable-here' }]);
  const part = context.part();
  const asked: PartAsked = {
    ...refOf(instrument),
    cards: [...cards],
    names: namesIn(run.run.answers),
    role,
    locale: session.locale,
    until: now + PART_DAYS * 86_400_000,
  };
  const parts = [...(session.parts ?? []), { key: part.key, dialog: instrument.id }];
  const over = parts.slice(0, Math.max(parts.length - MOST_PARTS, 0));
  const kept = { ...session, parts: parts.slice(-MOST_PARTS) };
  const again = showOpen({ ...run, session: kept });
  const offered: Reply = { kind: 'part-offered', ...part, role, count: cards.length, days: PART_DAYS };
  return {
    session: again.session,
    replies: [offered, ...again.replies],
    effects: [
      { kind: 'ask-part', key: part.key, asked },
      ...over.map(({ key }): Effect => ({ kind: 'close-part', key })),
      ...again.effects,
    ],
  };
}

/** What each said of a field: the asker without a role. */
interface SaidOf {
  readonly key: AnswerKey;
  readonly said: readonly { readonly role?: string; readonly value: Value }[];
}

/** A run with what colleagues have answered, and what they and the asker say differently. */
export interface Arrived {
  readonly scene: RunScene;
  readonly said: readonly SaidOf[];
}

/**
 * Takes what colleagues answered where the asker did not know and they are of one mind; each such answer bears the role it
 * came from. What is told differently is left to the asker.
 */
export function takeArrived(scene: RunScene, arrived: readonly PartAnswers[]): Arrived {
  const own = arrived.filter(({ dialog }) => dialog === scene.run.dialog);
  const keys = [...new Set(own.flatMap(({ answers }) => Object.keys(answers)))];
  let taken = scene;
  const said: SaidOf[] = [];
  for (const key of keys) {
    const theirs = own.flatMap(({ role, answers }) => {
      const value = answers[key];
      return value === undefined || value === 'unknown' ? [] : [{ role, value }];
    });
    const [first] = theirs;
    if (!first) continue;
    const mine = scene.run.answers[key];
    const isOpen = mine === undefined || mine === 'unknown';
    const agreed = theirs.every(({ value }) => isSameValue(value, first.value));
    if (isOpen && agreed) taken = withAnswer(taken, { key, value: first.value }, rolesOf(theirs));
    // What was taken from them already is theirs, not the asker's.
    const ours = isOpen || scene.run.by?.[key] !== undefined ? [] : [{ value: mine }];
    const all = [...ours, ...theirs];
    if (all.some(({ value }) => !isSameValue(value, first.value)) || (isOpen && agreed))
      said.push({ key, said: all });
  }
  return { scene: taken, said };
}

function rolesOf(theirs: readonly { readonly role: string }[]): string {
  return [...new Set(theirs.map(({ role }) => role))].join(', ');
}

/** Left as it was where the answer does not fit (any more). */
function withAnswer(scene: RunScene, entry: Entry, role: string): RunScene {
  const written = write(scene, [entry]);
  if (written.kind !== 'written') return scene;
  const { run, instrument } = written.scene;
  const card = cardAsking(instrument, run.answers, entry.key);
  return withRun(written.scene, {
    by: { ...run.by, [entry.key]: role },
    colleague: run.colleague.filter(key => key !== card?.key || isOut(entry.value)),
    passed: run.passed.filter(key => key !== card?.key),
  });
}
