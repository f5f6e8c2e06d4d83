import { type Outcome, sectionOf } from '../assessment/outcome.ts';
import type { DialogRef } from '../conversation/dialog-ref.ts';
import type { Progress } from '../conversation/progress.ts';
import type { Reply } from '../conversation/reply.ts';
import type { OutgoingActivity } from './activity.ts';

/** What the page and robots read beside the messages: how far the person is, and the result as data. */
export function eventsOf(reply: Reply): OutgoingActivity[] {
  if (reply.kind === 'question') return [progressEvent(reply, reply.step)];
  if (reply.kind === 'summary') return [progressEvent(reply, 'summary')];
  // Whoever shows the conversation takes it off the screen.
  if (reply.kind === 'notice' && reply.notice === 'erased')
    return [{ type: 'event', name: 'assessment/erased' }];
  if (reply.kind === 'result')
    return [{ type: 'event', name: 'assessment/result', value: resultValue(reply.outcome) }];
  return [];
}

function progressEvent(
  { dialog, progress }: DialogRef & { progress: Progress },
  step: string,
): OutgoingActivity {
  const { answered, total } = progress;
  return { type: 'event', name: 'assessment/progress', value: { dialog, step, answered, total } };
}

/** A stair as `npm run assess` prints it; other outcomes as their sections. */
function resultValue(outcome: Outcome): object {
  const { dialog, version } = outcome;
  const standing = sectionOf(outcome, 'standing');
  if (!standing) return outcome;
  const { kind: _kind, of: _of, provisionalBelow: _below, ...rest } = standing;
  return { dialog, version, ...rest, actions: sectionOf(outcome, 'actions')?.ids ?? [] };
}
