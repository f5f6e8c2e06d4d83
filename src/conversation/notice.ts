import * as z from 'zod';

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
  'already-open', // what was to be started is in hand
  'paused',
  'taken-out', // something that people had named themselves, and nothing else
  'kept-as-is', // a question was answered with no, nothing changed
  'erased',
  'language-changed',
  'thanks',
  'feedback-thanks',
  'colleague-marked',
  'nothing-for-colleague', // nothing was marked, or all of it is known
  'part-done', // a colleague's answers have been handed in
  'part-left',
  'part-closed', // the link asks no longer
  'part-first', // not while a colleague's questions are being answered
  'note-saved',
  'version-moved', // the instrument changed; the answers were carried over
  'version-moved-again', // of some questions the answer did not fit any more
  'version-moved-merged', // items that are one now: the answers of one of them were kept
  'reminders-on',
  'reminders-off',
  'reminders-not-here', // this channel cannot be written to unasked
  'nothing-to-share',
  'no-links', // nothing is shared by a link
  'links-closed',
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
  'compare-keep-first', // what is compared is kept first
  'compare-whole', // nothing that is kept is of the whole municipality
  'compare-more', // less than half of what is kept has been answered
  'compare-too-many', // figures were shared too often
  'compare-stopped',
  'compare-not-shared',
  'share-unknown', // no result is kept under this code (any more)
  'workshop-unknown', // no workshop is kept under this code (any more)
  'workshop-tries', // too many wrong codes
  'workshop-over', // ballots are taken no longer
  'workshop-leading', // who leads one leaves it before joining another
  'workshop-alone', // in a group the group's own is answered; others are joined alone
  'workshop-none', // nobody leads or takes part in one here
  'workshop-not-yours', // somebody else leads it
  'workshop-too-few', // fewer have answered than are shown together
  'workshop-empty', // a ballot with nothing in it
  'workshop-open', // its result comes when the group has agreed
  'workshop-closed', // no ballots any more; those given are kept
  'workshop-reopened',
  'workshop-taken-over', // somebody else leads it from now on
  'workshop-left', // out of it, with the ballot
  'started-over', // an old session could not be read
  'withdrawn', // a reply of an earlier version that can no longer be shown
]);
export type Notice = z.infer<typeof noticeSchema>;
