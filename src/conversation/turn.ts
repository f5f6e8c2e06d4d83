/**
 * One turn of the conversation, pure: what came in and what is remembered go in; what to remember, what to say
 * and what else has to happen come out. Run it twice with the same arguments and it does the same.
 */
import type { Entry, Value } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { checkAnswer } from '../assessment/check-answers.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { isFrame, optionsOf } from '../assessment/instrument.ts';
import { beginRun, enterDialog, inForce } from './beginning.ts';
import { withoutYesOrNo } from './beneath.ts';
import { carryOut, go, greet, noteAndRepeat, switchLanguage, tellPlace } from './commands.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import { erase, forget } from './forgetting.ts';
import { openFrame, takeFrame, takeFraming } from './framing.ts';
import {
  explainAsked,
  explainNamed,
  explainReached,
  isWithoutQuestion,
  thankFor,
  withoutQuestion,
} from './helping.ts';
import type { Conversed, Input } from './input.ts';
import { type Intent, openField, readPress, readText } from './intent.ts';
import { isCommand } from './is-command.ts';
import { openByCode, openOwn, takeName } from './keeping.ts';
import { LEAVING, settle } from './meant-press.ts';
import { runOf, tellingMove } from './moving.ts';
import { notUnderstood } from './not-understood.ts';
import { cardAt } from './place.ts';
import { lookedUp } from './prefilling/prefill.ts';
import { takePrefillWords } from './prefilling/prefill-words.ts';
import { pressedPrefill } from './prefilling/take-prefill.ts';
import type { Press } from './press.ts';
import { readValue } from './read-value.ts';
import { takeWords } from './said.ts';
import { takeSentCard } from './sent-card.ts';
import { asksWords } from './session.ts';
import { showShared } from './sharing.ts';
import { showNext, showOpen } from './show.ts';
import {
  cardOfWords,
  declined,
  KEPT,
  keepNote,
  keepReason,
  LONGEST_NOTE,
  offerNote,
  suggestCommand,
  suggestReading,
} from './side-questions.ts';
import { reject, takeCard, takeField, takeSaid } from './take.ts';
import { takeEntries } from './take-entries.ts';
import { takeFile } from './take-file.ts';
import { takeFormWords } from './take-form.ts';
import { codeIn } from './workshop.ts';
import { joinWorkshop } from './workshop-begin.ts';
import { pressedInWorkshop } from './workshop-turn.ts';

/** Works out one turn on the session as it was saved, an open run moved to the version in force. */
export function takeTurn(saved: Omit<Scene, 'heard'>, input: Input): Turn {
  const found = runOf(saved);
  if (!found?.moved) return turnIn(saved, input);
  const { session } = found.scene;
  const turn = answersWhatIsGone(saved, found.scene, input)
    ? showNext(found.scene)
    : turnIn({ ...saved, session }, input);
  return tellingMove(found, turn);
}

/** Whether this was meant for a question that was open and has changed: it is shown as it is now, and nothing is taken. */
function answersWhatIsGone({ session: { pending } }: Scene, now: RunScene, input: Input): boolean {
  if (pending === undefined || now.session.pending !== undefined) return false;
  if (input.kind === 'press') return 'nonce' in input.press && input.press.nonce === pending.nonce;
  return input.kind === 'text' && !isCommand(now, input.text) && wordsTaken(now, input.text) === undefined;
}

function turnIn(saved: Scene, input: Input): Turn {
  const asked: Scene = { ...saved, ...(input.kind === 'text' && { heard: 'words' }) };
  const over = withoutYesOrNo(asked);
  if (input.kind === 'file') return takeFile(over, input);
  if (input.kind === 'entries') return takeEntries(asked, input);
  if (input.kind === 'looked-up') return lookedUp(over);
  if (input.kind === 'share-code') return showShared(over, input.found);
  if (input.kind === 'resume-code') return openByCode(over, input.opened);
  if (input.kind === 'called') return inRun(over, (scene, run) => tellPlace(scene, run));
  const named = nameSaid(asked, input);
  if (named) return named;
  const code = input.kind === 'text' ? codeToJoin(over, input.text) : undefined;
  if (code !== undefined) return joinWorkshop(over, code);
  const settled = settle(asked, input);
  return inRun(settled.scene, (scene, run) => respond(scene, run, settled.input));
}

/** The name that was asked for, if this is it: leaving is no name, and a command is that. */
function nameSaid(scene: Scene, input: Conversed): Turn | undefined {
  const { pending } = scene.session;
  const run = pending?.kind === 'name' ? runOf(scene)?.scene : undefined;
  if (!run) return undefined;
  if (input.kind === 'press' && input.press.do === 'name' && input.press.nonce === pending?.nonce)
    return takeName(run, input.press.value ?? '');
  if (input.kind !== 'text') return undefined;
  const understood = scene.context.understand(input.text, {
    locale: scene.session.locale,
    asked: 'any',
    options: [],
  });
  if (understood.kind !== 'command') return takeName(run, input.text);
  const leaves = LEAVING.includes(understood.name);
  return leaves ? say(withoutYesOrNo(scene).session, KEPT) : undefined;
}

/** The code of a workshop. A word that is asked for may look like one, and is that word. */
function codeToJoin({ session: { pending } }: Scene, text: string): string | undefined {
  return asksWords(pending) ? undefined : codeIn(text);
}

/** Works in the run that is in hand. */
function inRun(scene: Scene, work: (scene: Scene, run: RunScene | undefined) => Turn): Turn {
  const run = runOf(scene)?.scene;
  return work(run ?? scene, run);
}

function respond(scene: Scene, run: RunScene | undefined, input: Conversed): Turn {
  if (input.kind === 'joined') return greet(scene, run, input.locale);
  if (input.kind === 'unreadable') return note(scene, run, 'unreadable');
  if (input.kind === 'let-go') return note(scene, run, 'kept-as-is');
  if (input.kind === 'which') return say(scene.session, [{ kind: 'notice', notice: 'which' }]);
  const session = { ...scene.session, paused: undefined };
  const active = { ...scene, session };
  const running = run && { ...run, session };
  if (input.kind === 'press') return act(active, running, readPress(scene.session, input.press));
  const said = running && wordsTaken(running, input.text);
  if (said) return said;
  const intent = readText(active, running, input.text);
  const asksWhy = intent.kind === 'nonsense' || intent.kind === 'suggest-command';
  const explained = asksWhy ? explainAsked(active, running, input.text) : undefined;
  return explained ?? act(active, running, intent);
}

function wordsTaken(run: RunScene, text: string): Turn | undefined {
  if (openFrame(run)) return takeFraming(run, text);
  const onOffer = takePrefillWords(run, text);
  if (onOffer) return onOffer;
  return takeWords(run, text) ?? takeFormWords(run, text);
}

function act(scene: Scene, run: RunScene | undefined, intent: Intent): Turn {
  switch (intent.kind) {
    case 'stale':
      return note(scene, run, 'stale');
    case 'nonsense':
      return notUnderstood(scene, run && openField(run)?.field.input);
    case 'command':
      return commanded(scene, run, intent);
    case 'suggest-command':
      return suggestCommand(scene, intent);
    case 'press':
      return pressed(scene, run, intent.press);
  }
  if (!run)
    return intent.kind === 'answer' && intent.value === 'yes'
      ? carryOut(scene, run, { name: 'start' })
      : notUnderstood(scene);
  if (intent.kind === 'words') return keepWords(run, intent.words);
  if (isWithoutQuestion(run)) return withoutQuestion(run, intent);
  if (intent.kind === 'suggest') return suggested(run, intent.value);
  return answered(run, intent);
}

/** Asked why with nothing open, it is told what the summary or the result is. */
function commanded(scene: Scene, run: RunScene | undefined, intent: Intent & { kind: 'command' }): Turn {
  const explained = explainNamed(scene, run, intent);
  if (explained) return explained;
  if (run && intent.name === 'why' && isWithoutQuestion(run)) return explainReached(run);
  return carryOut(scene, run, intent);
}

/** An answer typed or read to the field that is open. */
function answered(run: RunScene, { value, note: words }: Intent & { kind: 'answer' }): Turn {
  const open = openField(run);
  if (!open || !takesOneAnswer(open.card)) return notUnderstood(run);
  const { card, field } = open;
  const entry = { key: field.key, value };
  if (isFrame(card.step)) return takeFrame(run, card, { entries: [entry] });
  const turn =
    card.step.type === 'form' || card.step.type === 'climb' || card.step.type === 'table'
      ? takeField(run, card, entry)
      : takeCard(run, card, { entries: [entry] });
  return words === undefined ? turn : offerNote(run, turn, { step: card.key, note: words });
}

/** Cards with fields that may stay empty are not asked field by field: what is said there names what it is about. */
function takesOneAnswer({ step }: Card): boolean {
  if (step.type === 'show' || step.type === 'choose') return false;
  return isFrame(step) || !('inputs' in step) || step.inputs.every(({ blank }) => blank === 'unknown');
}

/** "Did you mean …?", where what was perhaps meant fits what is open. */
function suggested(run: RunScene, value: Value): Turn {
  const open = openField(run);
  if (!open || !takesOneAnswer(open.card)) return notUnderstood(run);
  const { input } = open.field;
  const where = { input, at: open.card.at, answers: run.run.answers };
  const problem = checkAnswer(run.instrument, where, value);
  return problem ? notUnderstood(run) : suggestReading(run, [{ key: open.field.key, value }]);
}

function pressed(scene: Scene, run: RunScene | undefined, press: Press): Turn {
  switch (press.do) {
    case 'command': {
      const { name, dialog } = press;
      return commanded(scene, run, { kind: 'command', name, ...(dialog !== undefined && { dialog }) });
    }
    case 'locale':
      return switchLanguage(scene, run, press.value);
    case 'confirm':
      return confirmed(scene, run, press.value);
    case 'feedback':
      return thankFor(scene, press.value);
    case 'prefill':
      return run ? pressedPrefill(run, press) : note(scene, run, 'stale');
    case 'go':
      return goWhereSaid(scene, run, press);
    case 'open-kept':
      return openOwn(scene, press.key);
    case 'name':
      return note(scene, run, 'stale');
    case 'workshop':
      return pressedInWorkshop(scene, run, press);
    default:
      return run ? pressedOnCard(run, press) : note(scene, run, 'stale');
  }
}

/** A button may lead into a dialog that is not in hand. */
function goWhereSaid(scene: Scene, run: RunScene | undefined, { to, dialog }: Press & { do: 'go' }): Turn {
  if (dialog === undefined || run?.run.dialog === dialog)
    return run ? go(run, to) : note(scene, run, 'stale');
  const other = runOf({ ...scene, session: { ...scene.session, active: dialog, pending: undefined } });
  return other ? tellingMove(other, go(other.scene, to)) : enterDialog(scene, dialog);
}

type CardPress = Extract<Press, { do: 'answer' | 'form' | 'reason' | 'note' }>;

function pressedOnCard(run: RunScene, press: CardPress): Turn {
  const card = cardAt(run, press.step);
  if (!card) return note(run, run, 'unreadable');
  switch (press.do) {
    case 'answer':
      return pressedAnswer(run, card, press.value);
    case 'form':
      return takeSentCard(run, card, press);
    case 'reason':
      return keepReason(run, card, press.value);
    case 'note':
      return keepWords(run, press.value ?? '');
  }
}

/** A button's value, or what was put into the only field of a card. */
function pressedAnswer(run: RunScene, card: Card, value: string | number): Turn {
  const [field, ...more] = fieldsOf(run.instrument, card, run.run.answers);
  const name = isFrame(card.step) ? nameAmong(run, [field, ...more], String(value)) : undefined;
  if (name) return takeFrame(run, card, { entries: [name] });
  if (!field || more.length > 0) return note(run, run, 'unreadable');
  const read = readValue(run, field, String(value));
  if (read.kind === 'problem') return typedIntoCard(run, String(value), read.rejection);
  if (read.kind === 'empty') return reject(run, { problem: 'missing' });
  return takeCard(run, card, { entries: [{ key: field.key, value: read.value }] });
}

/** A name that was offered where another had been typed. */
function nameAmong(
  run: RunScene,
  fields: readonly (CardField | undefined)[],
  code: string,
): Entry | undefined {
  const field = fields.find(
    one => one?.input.type === 'register' && optionsOf(run.instrument, one.input).includes(code),
  );
  return field && { key: field.key, value: code };
}

/** What is no value as it stands may be words: they are read like any. */
function typedIntoCard(run: RunScene, text: string, rejection: Parameters<typeof reject>[1]): Turn {
  const intent = readText(run, run, text);
  if (intent.kind === 'answer') return answered(run, intent);
  return intent.kind === 'suggest' ? suggested(run, intent.value) : reject(run, rejection);
}

/** Yes or no to what was asked beside the questions. */
function confirmed(scene: Scene, run: RunScene | undefined, value: 'yes' | 'no' | 'all'): Turn {
  const { pending } = scene.session;
  if (value !== 'no' && pending?.kind === 'confirm' && pending.what === 'erase')
    return erase(scene, value === 'all' ? 'all' : 'conversation');
  if (value === 'yes' && pending?.kind === 'confirm' && pending.what === 'forget')
    return forget(withoutYesOrNo(scene));
  if (value === 'yes' && pending?.kind === 'command')
    return carryOut(withoutYesOrNo(scene), run && withoutYesOrNo(run), pending);
  if (!run) return say(withoutYesOrNo(scene).session, KEPT);
  if (value === 'no') return declined(run, pending);
  const open = withoutYesOrNo(run);
  switch (pending?.kind) {
    case 'confirm':
      return beginRun(scene, inForce(run));
    case 'keep-note':
      return keepNote(open, pending.step, pending.note);
    case 'reading':
      return takeReading(open, pending.entries);
    default:
      return showOpen(open);
  }
}

/** What was probably said and now is: to the open field as if it had been typed, or of items. */
function takeReading(run: RunScene, entries: readonly { key: string; value: Value }[]): Turn {
  const [entry, ...more] = entries;
  const open = openField(run);
  if (open && isFrame(open.card.step)) {
    // Asked back of a card that had been sent in, it is left now.
    const how = run.run.passed.includes(open.card.key) ? 'whole' : 'typed';
    return takeFrame(run, open.card, { entries, how });
  }
  return entry && more.length === 0 && open?.field.key === entry.key && takesOneAnswer(open.card)
    ? answered(run, { kind: 'answer', value: entry.value })
    : takeSaid(run, entries);
}

/** Free words, for the reason or note that was asked. */
function keepWords(run: RunScene, words: string): Turn {
  const card = cardOfWords(run);
  if (!card) return showOpen(run);
  if (words.length > LONGEST_NOTE) return reject(run, { problem: 'too-long', max: LONGEST_NOTE });
  return run.session.pending?.kind === 'reason'
    ? keepReason(run, card, words)
    : keepNote(run, card.key, words);
}

/** One short line, and the question that is open. */
function note(scene: Scene, run: RunScene | undefined, name: 'stale' | 'unreadable' | 'kept-as-is'): Turn {
  return run ? noteAndRepeat(run, name) : say(scene.session, [{ kind: 'notice', notice: name }]);
}
