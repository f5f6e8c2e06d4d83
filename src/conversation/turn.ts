/**
 * One turn of the conversation, pure: what came in and what is remembered go in; what to remember, what to say
 * and what else has to happen come out. Run it twice with the same arguments and it does the same.
 */

import { act } from './act.ts';
import { classSaid } from './class-said.ts';
import { notice, type RunScene, type SavedScene, type Scene, say, type Turn } from './context.ts';
import { explainAsked } from './explaining.ts';
import { greet, tellPlace } from './greeting.ts';
import type { Conversed, Input } from './input.ts';
import { readPress, readText } from './intent.ts';
import { openByCode, takeName } from './keeping.ts';
import { LEAVING, settle } from './meant-press.ts';
import { runOf, tellingMove } from './moving.ts';
import { withoutYesOrNo } from './pending-kinds.ts';
import { lookBeside } from './prefilling/look-beside.ts';
import { lookedUp } from './prefilling/prefill.ts';
import { takePrefillWords } from './prefilling/prefill-words.ts';
import { asksWords } from './session.ts';
import { showShared } from './sharing.ts';
import { shortCodeIn } from './short-code.ts';
import { noticeThenOpen, showNext } from './show.ts';
import { KEPT } from './side-questions.ts';
import { takeEntries } from './take-entries.ts';
import { takeFile } from './take-file.ts';
import { takeFormWords } from './take-form.ts';
import { openFrame, takeFrameText } from './take-frame.ts';
import { takeWords } from './take-words.ts';
import { takeOutWords } from './taking-out.ts';
import { isCommand, understoodAnywhere } from './understood-as.ts';
import { joinWorkshop } from './workshop-begin.ts';

/** Works out one turn on the session as it was saved, an open run moved to the version in force. */
export function takeTurn(saved: SavedScene, input: Input): Turn {
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

function turnIn(saved: SavedScene, input: Input): Turn {
  const { context, session, now, by } = saved;
  const asked: Scene = { context, session, now, by, heard: input.kind === 'text' ? 'words' : undefined };
  const over = withoutYesOrNo(asked);
  if (input.kind === 'file') return takeFile(over, input);
  if (input.kind === 'entries') return takeEntries(asked, input);
  if (input.kind === 'looked-up') return lookedUp(over);
  if (input.kind === 'look-beside') return lookBeside(asked, input);
  if (input.kind === 'share-code') return showShared(over, input.found);
  if (input.kind === 'resume-code') return openByCode(over, input.opened);
  if (input.kind === 'called') return inRun(over, (scene, run) => tellPlace(scene, run));
  const named = nameSaid(asked, input);
  if (named) return named;
  const code = input.kind === 'text' ? codeToJoin(over, input.text) : undefined;
  if (code !== undefined) return joinWorkshop(over, code);
  const sized = classSaid(asked, input);
  if (sized) return sized;
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
  const understood = understoodAnywhere(scene, input.text);
  if (understood.kind !== 'command') return takeName(run, input.text);
  const leaves = LEAVING.includes(understood.name);
  return leaves ? say(withoutYesOrNo(scene).session, KEPT) : undefined;
}

/** The code of a workshop. A word that is asked for may look like one, and is that word. */
function codeToJoin({ session: { pending } }: Scene, text: string): string | undefined {
  return asksWords(pending) ? undefined : shortCodeIn(text);
}

/** Works in the run that is in hand. */
function inRun(scene: Scene, work: (scene: Scene, run: RunScene | undefined) => Turn): Turn {
  const run = runOf(scene)?.scene;
  return work(run ?? scene, run);
}

function respond(scene: Scene, run: RunScene | undefined, input: Conversed): Turn {
  if (input.kind === 'joined') return greet(scene, run, input.locale);
  if (input.kind === 'unreadable') return noticeThenOpen(scene, run, 'unreadable');
  if (input.kind === 'let-go') return noticeThenOpen(scene, run, 'kept-as-is');
  if (input.kind === 'which') return notice(scene, 'which');
  if (input.kind === 'press') return act(scene, run, readPress(scene.session, input.press));
  const said = run && wordsTaken(run, input.text);
  if (said) return said;
  const intent = readText(scene, run, input.text);
  const asksWhy = intent.kind === 'nonsense' || intent.kind === 'suggest-command';
  const explained = asksWhy ? explainAsked(scene, run, input.text) : undefined;
  return explained ?? act(scene, run, intent);
}

function wordsTaken(run: RunScene, text: string): Turn | undefined {
  const frame = openFrame(run);
  if (frame) return takeFrameText(run, frame, text);
  const out = takeOutWords(run, text);
  if (out) return out;
  const onOffer = takePrefillWords(run, text);
  if (onOffer) return onOffer;
  return takeWords(run, text) ?? takeFormWords(run, text);
}
