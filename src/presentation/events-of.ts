import type { DialogRef, Progress, Reply } from '../conversation/reply.ts';
import type { OutgoingActivity } from './activity.ts';

/** What the page and robots read beside the messages: how far the person is, and the result as data. */
export function eventsOf(reply: Reply): OutgoingActivity[] {
  if (reply.kind === 'question') return [progressEvent(reply, reply.step)];
  if (reply.kind === 'summary') return [progressEvent(reply, 'summary')];
  if ('place' in reply) {
    const { dialog, kind: step, progress } = reply;
    const value = { dialog, step, answered: progress.done, total: progress.total };
    return [{ type: 'event', name: 'assessment/progress', value }];
  }
  // Whoever shows the conversation takes it off the screen.
  if (reply.kind === 'notice' && reply.notice === 'erased')
    return [{ type: 'event', name: 'assessment/erased' }];
  if (reply.kind === 'result') return [{ type: 'event', name: 'assessment/result', value: reply.result }];
  return [];
}

function progressEvent(
  { dialog, progress }: DialogRef & { progress: Progress },
  step: string,
): OutgoingActivity {
  const { answered, total } = progress;
  return { type: 'event', name: 'assessment/progress', value: { dialog, step, answered, total } };
}
