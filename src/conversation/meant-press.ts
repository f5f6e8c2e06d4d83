/** A typed message that means a button: it is that press, and nothing that has to be read otherwise. */

import type { Command } from './command.ts';
import type { Scene } from './context.ts';
import type { Conversed } from './input.ts';
import { isYesOrNo, lastingOf, withoutYesOrNo, type YesOrNo } from './pending-kinds.ts';
import type { Press } from './press.ts';
import { asksWords, type Pending } from './session.ts';
import { cardsShown, openCards } from './shown.ts';
import type { Agreeing } from './understanding/reading.ts';
import type { Understanding } from './understanding/understanding.ts';
import { isCommand, understoodAsYesOrNo } from './understood-as.ts';

/** What a person does now, and the scene in which it is done. */
export interface Settled<S extends Scene> {
  readonly scene: S;
  readonly input: Conversed;
}

/**
 * Settles what a message has to do with a yes-or-no question: it answers it, or the question lapses and what lay
 * beneath is open again. So "kyllä" never answers something that was asked two messages ago.
 */
export function settle<S extends Scene>(scene: S, input: Conversed): Settled<S> {
  const meant = input.kind === 'text' ? meantPress(scene, input.text) : undefined;
  if (meant === 'which') return { scene: withoutYesOrNo(scene), input: { kind: 'which' } };
  const done: Conversed = meant ? { kind: 'press', press: meant } : input;
  if (done.kind === 'press') return { scene: withPressed(scene, done.press), input: done };
  const { pending } = scene.session;
  const over = withoutYesOrNo(scene);
  const asked = isYesOrNo(pending) && !readsOn(pending) && hasAnswers(scene);
  const unclear = asked && done.kind === 'text' && !isCommand(scene, done.text);
  return { scene: over, input: unclear ? { kind: 'let-go' } : done };
}

/** After an erasure the question for it is still known, but there is nothing that could stay as it is. */
function hasAnswers({ session }: Scene): boolean {
  return Object.keys(session.runs).length > 0;
}

/**
 * "Did you mean 50?" – "60 siis" is read as an answer to the question beneath. "En tiedä" to "shall I erase it?", or to
 * "are your figures shared?", is none.
 */
function readsOn({ kind }: YesOrNo): boolean {
  return kind !== 'confirm' && kind !== 'keep-note' && kind !== 'compare';
}

/** The question whose card the press is from is open again, whatever was asked on top of it. */
function withPressed<S extends Scene>(scene: S, press: Press): S {
  const { pending } = scene.session;
  const nonce = 'nonce' in press ? press.nonce : undefined;
  const pressed = layersOf(pending).find(one => one.nonce === nonce) ?? lastingOf(pending);
  return { ...scene, session: { ...scene.session, pending: pressed } };
}

/** What is open, the latest first. */
function layersOf(pending: Pending | undefined): Pending[] {
  if (pending === undefined) return [];
  return [pending, ...('beneath' in pending ? layersOf(pending.beneath) : [])];
}

/** The label of a button on the latest card, a plain yes or no to it, or the label of what can be pressed besides. */
function meantPress(scene: Scene, text: string): Press | 'which' | undefined {
  const { context, session } = scene;
  const { pending } = session;
  if (!isYesOrNo(pending)) {
    const press = context.findPress(text, cardsShown(scene), session);
    // "Ei" where a note is asked for is that note: the question beneath keeps the answer it has.
    return asksWords(pending) && press !== 'which' && press?.do === 'answer' ? undefined : press;
  }
  const [top] = openCards(scene, pending);
  const label = top && context.findPress(text, [top], session);
  if (label && label !== 'which' && label.do === 'confirm') return label;
  const value = yesOrNo(scene, pending, text);
  if (value) return { do: 'confirm', nonce: pending.nonce, value };
  const besides = context.findPress(text, cardsShown(scene), session);
  // "En tiedä" to "shall I erase it?" is no answer to the question beneath, though that has a button of the name.
  const answers = besides && besides !== 'which' && besides.do === 'answer';
  return answers && !readsOn(pending) ? undefined : besides;
}

/** Leaving a question is a no. */
export const LEAVING: readonly Command[] = ['back', 'cancel', 'skip'];

/** Whether a message is a yes or a no to what was asked: undefined unless it is plainly, without a condition or a doubt. */
export function yesOrNo(scene: Scene, { kind }: YesOrNo, text: string): 'yes' | 'no' | undefined {
  const understood = understoodAsYesOrNo(scene, text);
  if (understood.kind === 'command') return LEAVING.includes(understood.name) ? 'no' : undefined;
  if (understood.kind === 'reprompt') return agreesTo(kind, agreeingOf(understood)) ? 'yes' : undefined;
  const { value, note } = understood;
  return note === undefined && (value === 'yes' || value === 'no') ? value : undefined;
}

/** "Ok" is enough but where something would be thrown away; 🙂 only where what was meant is asked. */
function agreesTo(kind: YesOrNo['kind'], agrees: Agreeing | undefined): boolean {
  if (agrees === 'smile') return kind === 'reading' || kind === 'keep-note' || kind === 'command';
  return agrees === 'nod' && kind !== 'confirm';
}

function agreeingOf({ suggestion }: Understanding & { kind: 'reprompt' }): Agreeing | undefined {
  return suggestion?.kind === 'answer' ? suggestion.agrees : undefined;
}
