/** Shows the next card, or the current one again. */
import type { Entry } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { chosenOf } from '../assessment/chosen-of.ts';
import { fieldAt, itemsOf, type Place } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { asideReply, ask, cardReply, prefillReply, stepReply } from './asking.ts';
import { before, notice, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import type { Notice } from './notice.ts';
import { isYesOrNo } from './pending-kinds.ts';
import { currentCard, openCard } from './place.ts';
import { finish, review } from './reviewing.ts';
import type { Pending } from './session.ts';

/** Goes on from where the answers lead: the card gone to, else the first open one, else what comes at the end. */
export function showNext(scene: RunScene): Turn {
  const card = currentCard(scene);
  if (card) return showCard(scene, card);
  return scene.instrument.review === 'result' ? finish(scene) : review(scene);
}

/** Shows this card under a new nonce. */
export function showCard(scene: RunScene, card: Card): Turn {
  const { key: step } = card;
  const shown = ask(
    scene,
    nonce => ({ kind: 'step' as const, step, nonce }),
    ({ nonce }) => cardReply(scene, card, nonce),
  );
  return { ...shown, effects: [{ kind: 'count', counter: 'asked', step: card.step.id }] };
}

/** Asks one field of a form that is being answered by text, and says how the one before it was read. */
export function askField(
  scene: RunScene,
  card: Card,
  { field: input, noted }: { readonly field: string; readonly noted?: Entry },
): Turn {
  const { key: step } = card;
  return ask(
    scene,
    nonce => ({ kind: 'step' as const, step, nonce, input, card: cardNonce(scene.session.pending) }),
    pending => ({ ...stepReply(scene, card, pending), ...(noted && { noted }) }),
  );
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

/** One short line, and after it the question that is open, where one is: "stale", and what is asked now. */
export function noticeThenOpen(scene: Scene, run: RunScene | undefined, name: Notice): Turn {
  return run ? before([{ kind: 'notice', notice: name }], showOpen(run)) : notice(scene, name);
}

/** What is open or was reached, once more: the result too. */
export function showPlace(scene: RunScene): Turn {
  const { run, instrument } = scene;
  const finished = run.stage === 'finished' && !run.visiting && instrument.review === 'answers';
  return finished ? finish(scene) : repeatCard(scene);
}

/** The open question once more, with the same nonce, so that the card already on screen stays good. */
function repeatCard(scene: RunScene): Turn {
  const { session } = scene;
  const { pending } = session;
  if (pending?.kind === 'prefill' || pending?.kind === 'prefill-where')
    return say(session, [prefillReply(scene, pending)]);
  const card = openCard(scene);
  if (!card || !pending || isYesOrNo(pending)) return showNext(scene);
  return say(session, [
    pending.kind === 'step' ? stepReply(scene, card, pending) : asideReply(scene, pending),
  ]);
}

/** Goes to the card before the current one; from the summary to the last one, from a card beside the way back to the way. */
export function showPrevious(scene: RunScene): Turn {
  const { instrument, run } = scene;
  const { path } = walk(instrument, run.answers, run.passed);
  const current = currentCard(scene);
  const at = current ? path.findIndex(({ key }) => key === current.key) : path.length;
  if (at === -1) return showNext(withRun(scene, { visiting: undefined }));
  const previous = path[at - 1];
  if (!previous) return notice(scene, 'nothing-to-go-back-to');
  return goTo(scene, previous);
}

/** Goes to a card, wherever it stands; items it belongs to are then gone through as well. */
export function goTo(scene: RunScene, card: Card): Turn {
  return showNext(withRun(choosing(scene, card.at), { visiting: card.key }));
}

/** The items that these answers are about are chosen too. */
export function choosingItemsOf(scene: RunScene, told: readonly Pick<Entry, 'key'>[]): RunScene {
  const { instrument, run } = scene;
  const fields = told.flatMap(({ key }) => fieldAt(instrument, key, run.answers) ?? []);
  return fields.reduce((changed, { at }) => choosing(changed, at), scene);
}

/** Items that somebody speaks of or goes to are chosen too, in the list's order. */
export function choosing(scene: RunScene, at: readonly Place[]): RunScene {
  const { instrument, run } = scene;
  let { answers } = run;
  for (const { list, item } of at) {
    const step = instrument.steps.find(one => one.type === 'choose' && one.list === list);
    const chosen = chosenOf(instrument, list, answers);
    if (!step || chosen.includes(item)) continue;
    const kept = [...chosen, item];
    const ids = itemsOf(instrument, list, { at: [], answers }).map(({ id }) => id);
    answers = { ...answers, [step.id]: ids.filter(id => kept.includes(id)) };
  }
  return answers === run.answers ? scene : withRun(scene, { answers });
}
