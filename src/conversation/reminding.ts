/** Reminders: wished for by the person, off at a word. When they are sent is for the channel to know. */
import { type ConversationContext, type RunScene, type Scene, say, type Turn } from './context.ts';
import { lastResult, openQuestions } from './open-questions.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';

/** What there is to remind of: `unfinished` questions, the `follow-up` of a result, or nothing. */
export type ReminderNeed = 'unfinished' | 'follow-up' | 'nothing';

export function setReminders(scene: Scene, wish: 'on' | 'off'): Turn {
  const { context, session } = scene;
  if (session.place === undefined || context.reminders === 'unavailable')
    return say(session, [{ kind: 'notice', notice: 'reminders-not-here' }]);
  const notice = wish === 'on' ? 'reminders-on' : 'reminders-off';
  return say({ ...session, reminders: wish === 'on' ? 'on' : undefined }, [{ kind: 'notice', notice }]);
}

/** What someone would be reminded of if time passed now. */
export function reminderNeed({ reminders, run, last, workbook }: Session): ReminderNeed {
  if (reminders !== 'on') return 'nothing';
  if (run ? run.stage !== 'finished' : workbook) return 'unfinished';
  return last ? 'follow-up' : 'nothing';
}

/** The reminder to be said now; undefined when it is not wished for (any more), or of nothing. */
export function remind(context: ConversationContext, session: Session, now: number): Reply | undefined {
  const about = reminderNeed(session);
  if (about === 'nothing') return undefined;
  const last = lastResult(session);
  const open = openOf({ context, session, now });
  return {
    kind: 'reminder',
    about,
    ...(session.workbook && { workbook: 'begun' }),
    ...(last && { last }),
    ...(open && { open }),
  };
}

/** Undefined as well when the definition is no longer kept: then only the bare reminder is left to say. */
function openOf(scene: Scene): ReturnType<typeof openQuestions> {
  const { run } = scene.session;
  const definition = run && scene.context.definition(run.dialog, run.version);
  if (!run || !definition) return undefined;
  const inRun: RunScene = { ...scene, run, definition };
  return openQuestions(inRun);
}
