import type { Reply } from '../conversation/reply.ts';
import type { OutgoingActivity } from './activity.ts';

/** What the page and robots read beside the messages: how far the person is, and the result as data. */
export function eventsOf(reply: Reply): OutgoingActivity[] {
  if (reply.kind === 'question') {
    const { dialog, step, progress } = reply;
    const { answered, total } = progress;
    return [{ type: 'event', name: 'assessment/progress', value: { dialog, step, answered, total } }];
  }
  if (reply.kind === 'result') return [{ type: 'event', name: 'assessment/result', value: reply.result }];
  return [];
}
