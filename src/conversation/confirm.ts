import type { Entry } from '../assessment/answers.ts';
import { isFrame } from '../assessment/instrument.ts';
import { beginRun, inForce } from './beginning.ts';
import { carryOut } from './commands.ts';
import { decideSharing } from './comparing.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import { erase, forget } from './forgetting.ts';
import { openField } from './intent.ts';
import { withoutYesOrNo } from './pending-kinds.ts';
import type { Press } from './press.ts';
import { showOpen } from './show.ts';
import { declined, KEPT, keepNote } from './side-questions.ts';
import { takeSaid } from './take.ts';
import { takeAnswer, takesOneAnswer } from './take-answer.ts';
import { takeAskedFile } from './take-file.ts';
import { takeFrame } from './take-frame.ts';
import { takeOut } from './taking-out.ts';

type Said = Extract<Press, { do: 'confirm' }>['value'];

/** Yes or no to what was asked beside the questions. */
export function confirmed(scene: Scene, run: RunScene | undefined, value: Said): Turn {
  const { pending } = scene.session;
  const alone = withoutRun(scene, value);
  if (alone) return alone;
  if (value === 'yes' && pending?.kind === 'command')
    return carryOut(withoutYesOrNo(scene), run && withoutYesOrNo(run), pending);
  if (!run) return say(withoutYesOrNo(scene).session, KEPT);
  if (value === 'no') return declined(run, pending);
  const open = withoutYesOrNo(run);
  switch (pending?.kind) {
    case 'confirm':
      return pending.own ? takeOut(open, pending.own) : beginRun(scene, inForce(run));
    case 'keep-note':
      return keepNote(open, pending.step, pending.note);
    case 'reading':
      return takeReading(open, pending.entries);
    default:
      return showOpen(open);
  }
}

/** What is asked whether or not an instrument is in hand. */
function withoutRun(scene: Scene, value: Said): Turn | undefined {
  const { pending } = scene.session;
  if (pending?.kind === 'compare') return decideSharing(scene, value === 'yes' ? 'share' : 'look');
  if (value === 'no') return undefined;
  if (pending?.kind === 'file') return takeAskedFile(withoutYesOrNo(scene), pending, value);
  if (pending?.kind === 'confirm' && pending.what === 'erase')
    return erase(scene, value === 'all' ? 'all' : 'conversation');
  return value === 'yes' && pending?.kind === 'confirm' && pending.what === 'forget'
    ? forget(withoutYesOrNo(scene))
    : undefined;
}

/** What was probably said and now is: to the open field as if it had been typed, or of items. */
function takeReading(run: RunScene, entries: readonly Entry[]): Turn {
  const [entry, ...more] = entries;
  const open = openField(run);
  if (open && isFrame(open.card.step)) {
    // Of a card that was sent in ("did you mean Helsinki?"), all that it said is among the entries: it is left now.
    const how = run.run.passed.includes(open.card.key) ? 'whole' : 'typed';
    return takeFrame(run, open.card, { entries, how });
  }
  return entry && more.length === 0 && open?.field.key === entry.key && takesOneAnswer(open.card)
    ? takeAnswer(run, { kind: 'answer', value: entry.value })
    : takeSaid(run, entries);
}
