import type { Card } from '../assessment/card.ts';
import { judgeAnother } from './beginning.ts';
import type { Command } from './command.ts';
import { before, notice, type RunScene, type Turn, withRun } from './context.ts';
import { explainCard } from './explaining.ts';
import { leaveAnswered, skipCard } from './leave-card.ts';
import { cardAt, currentCard } from './place.ts';
import { finish } from './reviewing.ts';
import { asksWords } from './session.ts';
import { goTo, noticeThenOpen, showNext, showOpen } from './show.ts';
import { askNote, withoutNote } from './side-questions.ts';
import { write } from './write.ts';

/** Commands about the question that is open. */
export function onCard(run: RunScene, name: Command): Turn {
  const card = currentCard(run);
  if (!card) return notice(run, 'unavailable-here');
  if (name === 'why') return explainCard(run, card.key);
  if (name === 'skip') return skip(run, card);
  // Notes and what is left to a colleague are read in the summary, which not every instrument has.
  const summed = run.instrument.review !== 'result';
  // What is left to a colleague can be asked by a link as well.
  if (name === 'ask-colleague' && (summed || run.context.part)) return leaveToColleague(run, card);
  return summed && name === 'note' ? askNote(run, card.key) : notice(run, 'unavailable-here');
}

/** Moves past the open card. A choice that all the rest hangs on cannot be passed. */
function skip(run: RunScene, card: Card): Turn {
  if (asksWords(run.session.pending)) return leaveWords(run);
  return card.step.type === 'choose' ? notice(run, 'unavailable-here') : skipCard(run, card);
}

/** Without a note, back to what was open; without a reason, on to the next question. */
export function leaveWords(run: RunScene): Turn {
  return run.session.pending?.kind === 'note' ? showOpen(withoutNote(run)) : showNext(run);
}

function leaveToColleague(run: RunScene, card: Card): Turn {
  const colleague = [...new Set([...run.run.colleague, card.key])];
  const marked = withRun(run, { colleague });
  const { step } = card;
  const rateable = step.type === 'choice' || step.type === 'number';
  const unknown = rateable ? write(marked, [{ key: card.key, value: 'unknown' }]) : undefined;
  const left = unknown?.kind === 'written' ? leaveAnswered(unknown.scene, card) : skipCard(marked, card);
  return before([{ kind: 'notice', notice: 'colleague-marked' }], left);
}

/** Goes where a button leads: to a card, to the next one, or to the result. */
export function go(run: RunScene, to: string): Turn {
  if (to === 'result') return finish(run);
  if (to === 'another') return judgeAnother(run);
  if (to === 'next') {
    const card = currentCard(run);
    return card ? skip(run, card) : showNext(run);
  }
  const card = cardAt(run, to);
  if (!card) return noticeThenOpen(run, run, 'stale');
  return run.run.visiting === card.key ? showOpen(run) : goTo(run, card);
}
