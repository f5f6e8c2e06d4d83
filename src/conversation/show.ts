/** Shows the next card, or the current one again. */
import type { Entry } from '../assessment/answers.ts';
import type { Section } from '../assessment/outcome.ts';
import { itemsOf, type Place } from '../assessment/places.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { type Card, walk } from '../assessment/walk.ts';
import { type RunScene, say, type Turn, withRun } from './context.ts';
import { currentCard, namesIn, openCard, progressAt, refOf, valuesOf } from './place.ts';
import type { Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import type { Pending } from './session.ts';

/** Goes on from where the answers lead: the card gone to, else the first open one, else what comes at the end. */
export function showNext(scene: RunScene): Turn {
  const card = currentCard(scene);
  if (card) return showCard(scene, card);
  return scene.definition.review === 'result' ? finish(scene) : review(scene);
}

/** Shows this card under a new nonce: presses on any earlier card become stale. */
export function showCard(scene: RunScene, card: Card): Turn {
  const serial = scene.session.serial + 1;
  const nonce = serial.toString(36);
  const pending: Pending = { kind: 'step', step: card.key, nonce };
  const counted = { kind: 'count', counter: 'asked', step: card.step.id } as const;
  return say({ ...scene.session, serial, pending, misses: 0 }, [cardReply(scene, card, nonce)], [counted]);
}

/** Asks one field of a form that is being answered by text, and says how the one before it was read. */
export function askField(
  scene: RunScene,
  card: Card,
  { field, noted }: { readonly field: string; readonly noted: Entry },
): Turn {
  const { session, definition } = scene;
  const serial = session.serial + 1;
  const nonce = serial.toString(36);
  const pending: Pending = {
    kind: 'step',
    step: card.key,
    nonce,
    input: field,
    card: cardNonce(session.pending),
  };
  return say({ ...session, serial, misses: 0, pending }, [
    {
      kind: 'input-asked',
      step: card.key,
      input: field,
      nonce,
      values: valuesOf(scene, card),
      noted,
      ...refOf(definition),
    },
  ]);
}

/** The nonce of the card that shows the open question. */
export function cardNonce(pending: Pending | undefined): string | undefined {
  return pending?.kind === 'step' ? (pending.card ?? pending.nonce) : undefined;
}

/** What is open, once more; nothing when the result has been shown and nothing is asked. */
export function showOpen(scene: RunScene): Turn {
  const { run, session } = scene;
  if (session.pending || run.visiting || run.stage === 'asking') return repeatCard(scene);
  return run.stage === 'reviewing' ? review(scene) : say(session, []);
}

/** Shows the open question once more, with the same nonce, so that the card already on screen stays good. */
export function repeatCard(scene: RunScene): Turn {
  const { session, definition } = scene;
  const { pending } = session;
  const card = openCard(scene);
  if (!card || !pending) return showNext(scene);
  const asked = { step: card.key, nonce: pending.nonce, ...refOf(definition) };
  const names = namesIn(scene.run.answers);
  switch (pending.kind) {
    case 'reason':
      return say(session, [{ kind: 'reason', ...asked, names }]);
    case 'note':
      return say(session, [{ kind: 'note-asked', ...asked, names }]);
    case 'step':
      return pending.input === undefined
        ? say(session, [cardReply(scene, card, pending.nonce)])
        : say(session, [
            { kind: 'input-asked', ...asked, input: pending.input, values: valuesOf(scene, card) },
          ]);
    default:
      return showNext(scene);
  }
}

/** Goes to the card before the current one on the path; from the end to the last one, from beside the way to it. */
export function showPrevious(scene: RunScene): Turn {
  const { definition, run } = scene;
  const { path } = walk(definition, run.answers, run.passed);
  const current = currentCard(scene);
  const at = current ? path.findIndex(({ key }) => key === current.key) : path.length;
  if (at === -1) return showNext(withRun(scene, { visiting: undefined }));
  const previous = path[at - 1];
  if (!previous) return say(scene.session, [{ kind: 'notice', notice: 'nothing-to-go-back-to' }]);
  return goTo(scene, previous);
}

/** Goes to a card, wherever it stands; items it belongs to are then gone through as well. */
export function goTo(scene: RunScene, card: Card): Turn {
  return showNext(withRun(choosing(scene, card.at), { visiting: card.key }));
}

/** Items that somebody speaks of or goes to are chosen too, in the list's order. */
export function choosing(scene: RunScene, at: readonly Place[]): RunScene {
  const { definition, run } = scene;
  let { answers } = run;
  for (const { list, item } of at) {
    const step = definition.steps.find(one => one.type === 'choose' && one.list === list);
    const chosen = step && answers[step.id];
    if (!step || (Array.isArray(chosen) && chosen.includes(item))) continue;
    const kept = Array.isArray(chosen) ? [...chosen, item] : [item];
    const ids = itemsOf(definition, list, { at: [], answers }).map(({ id }) => id);
    answers = { ...answers, [step.id]: ids.filter(id => kept.includes(id)) };
  }
  return answers === run.answers ? scene : withRun(scene, { answers });
}

/** A card as it is with the answers given so far. */
export function cardReply(scene: RunScene, card: Card, nonce: string): Reply {
  return {
    kind: 'question',
    step: card.key,
    nonce,
    progress: progressAt(scene, card),
    values: valuesOf(scene, card),
    ...(card.step.type === 'show' && figuresAt(scene, card)),
    ...refOf(scene.definition),
  };
}

/** What a card of figures shows, and where the way goes on from it. */
function figuresAt(scene: RunScene, card: Card): { sections: readonly Section[]; next?: string } {
  const { definition, run } = scene;
  const sections = scoringOf(definition).interim?.(definition, run.answers, card.at) ?? [];
  const { next } = walk(definition, run.answers, [...run.passed, card.key]);
  return { sections, ...(next && { next: next.key }) };
}
