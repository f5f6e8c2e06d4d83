/** Reminders: wished for by the person, off at a word. When they are sent is for the channel to know. */
import { namesIn } from '../assessment/names-in.ts';
import { returnDays } from '../assessment/return-days.ts';
import { type ConversationContext, type Scene, say, type Turn } from './context.ts';
import { runOf } from './moving.ts';
import { lastResult, openQuestions } from './open-questions.ts';
import { refOf } from './place.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';

/** What there is to remind of: `unfinished` questions, the `follow-up` of a result, a day to come back, or nothing. */
export type ReminderNeed = 'unfinished' | 'follow-up' | { readonly day: string } | 'nothing';

export function setReminders(scene: Scene, wish: 'on' | 'off'): Turn {
  const { context, session } = scene;
  if (session.place === undefined || context.reminders === 'unavailable')
    return say(session, [{ kind: 'notice', notice: 'reminders-not-here' }]);
  const notice = wish === 'on' ? 'reminders-on' : 'reminders-off';
  return say({ ...session, reminders: wish === 'on' ? 'on' : undefined }, [{ kind: 'notice', notice }]);
}

/** What someone would be reminded of if time passed now. */
export function reminderNeed(context: Known, session: Session): ReminderNeed {
  const { reminders, runs, last } = session;
  if (reminders !== 'on') return 'nothing';
  const begun = Object.values(runs);
  if (begun.some(({ stage }) => stage !== 'finished')) return 'unfinished';
  const [first] = daysToComeBack(context, session);
  if (first) return { day: first.day };
  return last ? 'follow-up' : 'nothing';
}

type Known = Pick<ConversationContext, 'instrument'>;

/** The days on which somebody meant to come back, of all that has been finished, the earliest first. */
function daysToComeBack(context: Known, { runs }: Session) {
  return Object.values(runs)
    .flatMap(run => {
      const instrument = context.instrument(run.dialog, run.version);
      if (!instrument) return [];
      const names = namesIn(run.answers);
      return returnDays(instrument, run.answers).map(day => ({ ...day, names, ...refOf(instrument) }));
    })
    .sort((one, other) => one.day.localeCompare(other.day));
}

/** The reminder to be said now; undefined when it is not wished for (any more), or of nothing. */
export function remind(context: ConversationContext, session: Session, now: number): Reply | undefined {
  const need = reminderNeed(context, session);
  if (need === 'nothing') return undefined;
  const about = typeof need === 'string' ? need : 'follow-up';
  const [day] = daysToComeBack(context, session);
  const last = lastResult(session);
  const run = runOf({ context, session, now });
  const open = run && openQuestions(run.scene);
  const begun = begunDialogs(session, open?.dialog);
  return {
    kind: 'reminder',
    about,
    ...(begun.length > 0 && { begun }),
    ...(last && { last }),
    ...(open && { open }),
    ...(about === 'follow-up' && day && { day }),
  };
}

/** Dialogs begun and not finished, beside the one in hand whose open questions are told. */
export function begunDialogs({ runs }: Session, told: string | undefined): string[] {
  return Object.values(runs).flatMap(({ dialog, stage }) =>
    dialog !== told && stage !== 'finished' ? [dialog] : [],
  );
}
