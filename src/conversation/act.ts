/** Does what the person wants of this turn. */
import { enterDialog } from './beginning.ts';
import { go } from './card-commands.ts';
import { carryOut } from './commands.ts';
import { tellClass } from './comparing.ts';
import { confirmed } from './confirm.ts';
import type { RunScene, Scene, Turn } from './context.ts';
import { explainNamed } from './explaining.ts';
import { switchLanguage } from './greeting.ts';
import { type Intent, openField } from './intent.ts';
import { openOwn } from './keeping.ts';
import { runOf, tellingMove } from './moving.ts';
import { notUnderstood } from './not-understood.ts';
import { pressedPrefill } from './prefilling/take-prefill.ts';
import type { Press } from './press.ts';
import { pressedOnCard } from './press-card.ts';
import { noticeThenOpen } from './show.ts';
import { keepWords, suggestCommand } from './side-questions.ts';
import { suggestAnswer, takeAnswer } from './take-answer.ts';
import { askTakeOut } from './taking-out.ts';
import { explainReached, isWithoutQuestion, thankFor, withoutQuestion } from './without-question.ts';
import { pressedInWorkshop } from './workshop-turn.ts';

/** What was pressed, said or asked for, in the run that is in hand. */
export function act(scene: Scene, run: RunScene | undefined, intent: Intent): Turn {
  switch (intent.kind) {
    case 'stale':
      return noticeThenOpen(scene, run, 'stale');
    case 'nonsense':
      return notUnderstood(run ?? scene, run && openField(run)?.field.input);
    case 'command':
      return commanded(scene, run, intent);
    case 'suggest-command':
      return run && isSavingResult(run, intent)
        ? commanded(scene, run, { kind: 'command', name: intent.name })
        : suggestCommand(scene, intent);
    case 'press':
      return pressed(scene, run, intent.press);
  }
  if (!run)
    return intent.kind === 'answer' && intent.value === 'yes'
      ? carryOut(scene, run, { name: 'start' })
      : notUnderstood(scene);
  if (intent.kind === 'words') return keepWords(run, intent.words);
  if (isWithoutQuestion(run)) return withoutQuestion(run, intent);
  if (intent.kind === 'suggest') return suggestAnswer(run, intent.value);
  return takeAnswer(run, intent);
}

/** "Save" beside a result is no guess: there is nothing else to save, and its files take nothing away. */
function isSavingResult(run: RunScene, { name }: Intent & { kind: 'suggest-command' }): boolean {
  return name === 'export' && isWithoutQuestion(run);
}

/** Asked why with nothing open, it is told what the summary or the result is. */
function commanded(scene: Scene, run: RunScene | undefined, intent: Intent & { kind: 'command' }): Turn {
  const explained = explainNamed(scene, run, intent);
  if (explained) return explained;
  if (run && intent.name === 'why' && isWithoutQuestion(run)) return explainReached(run);
  return carryOut(scene, run, intent);
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
      return run ? pressedPrefill(run, press) : noticeThenOpen(scene, run, 'stale');
    case 'go':
      return goWhereSaid(scene, run, press);
    case 'take-out':
      return inDialog(scene, run, { dialog: press.dialog, does: one => askTakeOut(one, press.key) });
    case 'open-kept':
      return openOwn(scene, press.key);
    case 'compare':
      return tellClass(scene, press.value);
    case 'name':
      return noticeThenOpen(scene, run, 'stale');
    case 'workshop':
      return pressedInWorkshop(scene, run, press);
    default:
      return run ? pressedOnCard(run, press) : noticeThenOpen(scene, run, 'stale');
  }
}

/** A button may lead into a dialog that is not in hand. */
function goWhereSaid(scene: Scene, run: RunScene | undefined, { to, dialog }: Press & { do: 'go' }): Turn {
  if (dialog === undefined) return run ? go(run, to) : noticeThenOpen(scene, run, 'stale');
  return inDialog(scene, run, { dialog, does: one => go(one, to) });
}

/** Does it in the run of a dialog, which is then in hand; one that was never begun is begun. */
function inDialog(
  scene: Scene,
  run: RunScene | undefined,
  { dialog, does }: { readonly dialog: string; readonly does: (run: RunScene) => Turn },
): Turn {
  if (run?.run.dialog === dialog) return does(run);
  const other = runOf({ ...scene, session: { ...scene.session, active: dialog, pending: undefined } });
  return other ? tellingMove(other, does(other.scene)) : enterDialog(scene, dialog);
}
