import { z } from 'zod';

/** Something short to say, with nothing asked. */
export const noticeSchema = z.enum([
  'stale', // a press on a question that is no longer open
  'unreadable', // something no button of ours sends
  'unavailable-here', // the command does nothing at this point
  'about-summary', // what can be done with the summary
  'about-result', // what the result is, and what can be done with it
  'which', // a label typed that several things bear
  'nothing-to-go-back-to',
  'nothing-started',
  'paused',
  'kept-as-is', // a question was answered with no, nothing changed
  'erased',
  'language-changed',
  'thanks',
  'feedback-thanks',
  'colleague-marked',
  'note-saved',
  'version-moved', // the definition changed; the answers were carried over
  'version-moved-again', // of some questions the answer did not fit any more
  'reminders-on',
  'reminders-off',
  'reminders-not-here', // this channel cannot be written to unasked
  'nothing-to-share',
  'share-in-personal', // sharing begins in a chat of one's own
  'asker-confirms', // in a group: whoever asked for it, by the button
  'edited', // a message that was written anew changes nothing by itself
  'nothing-to-keep',
  'kept-unknown', // nothing is kept under this code (any more)
  'kept-too-many', // codes were tried too often
  'kept-full',
  'kept-give-code', // what was kept is opened with its code
  'kept-stays', // after an erasure: what is kept for longer is still there
  'kept-forgotten',
  'share-unknown', // no result is kept under this code (any more)
  'started-over', // an old session could not be read
  'withdrawn', // a reply of an earlier version that can no longer be shown
]);
export type Notice = z.infer<typeof noticeSchema>;
