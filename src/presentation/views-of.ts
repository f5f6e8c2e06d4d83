import type { Reply } from '../conversation/reply.ts';
import { about } from './replies/about.ts';
import { answered } from './replies/answered.ts';
import { compareAsked, compared } from './replies/compare.ts';
import { contact, human } from './replies/contact.ts';
import { explanation } from './replies/explanation.ts';
import { fileRefused } from './replies/file-refused.ts';
import { files } from './replies/files.ts';
import { greeting } from './replies/greeting.ts';
import { help } from './replies/help.ts';
import { earlierTaken, fileAsked, imported } from './replies/imported.ts';
import { inputAsked } from './replies/input-asked.ts';
import { keepAsked, kept, keptList, keptOpened } from './replies/kept.ts';
import { language } from './replies/language.ts';
import { noteAsked } from './replies/note-asked.ts';
import { noted } from './replies/noted.ts';
import { notice } from './replies/notice.ts';
import { ownListed } from './replies/own-listed.ts';
import { colleaguesSaid, partBegun, partOffered, roleAsked } from './replies/parts.ts';
import { prefillOffered, prefillWhere } from './replies/prefill.ts';
import { prefillTold } from './replies/prefill-told.ts';
import { question } from './replies/question.ts';
import { reason } from './replies/reason.ts';
import { redrawn } from './replies/redrawn.ts';
import { refused } from './replies/refused.ts';
import { notRead, rejected } from './replies/rejected.ts';
import { reminder } from './replies/reminder.ts';
import { result } from './replies/result.ts';
import { linkOffered, resultShared, shareOffered } from './replies/result-shared.ts';
import { status } from './replies/status.ts';
import { summary } from './replies/summary.ts';
import { isOfWorkshop, type OfWorkshop, workshop } from './replies/workshop.ts';
import { commandSuggested, confirm, didYouMean, noteOffered } from './replies/yes-or-no.ts';
import type { ReplyOf } from './reply-of.ts';
import type { View } from './view.ts';
import type { Voice } from './voice.ts';
import { withWhy } from './with-why.ts';

/** The messages of a reply, in order. Throws when a text, step or instrument it names is gone. */
export function viewsOf(reply: Reply, voice: Voice): View[] {
  if (reply.kind === 'result') return result(voice, reply);
  if (isOfWorkshop(reply)) return [workshop(voice, reply)];
  if (reply.kind === 'prefill-where') return [prefillWhere(voice, reply)];
  if (reply.kind === 'redrawn') return viewsOf(reply.card, voice).map(view => redrawn(view, reply));
  return reply.kind === 'answered' ? answered(voice, reply) : [withWhy(voice, viewOf(reply, voice), reply)];
}

type Alone = Exclude<Reply, OfWorkshop | { kind: 'result' | 'answered' | 'redrawn' | 'prefill-where' }>;

function viewOf(reply: Alone, voice: Voice): View {
  switch (reply.kind) {
    case 'greeting':
      return greeting(voice, reply);
    case 'about':
      return about(voice);
    case 'help':
      return help(voice, reply);
    case 'notice':
      return notice(voice, reply.notice);
    case 'rejected':
      return rejected(voice, reply);
    case 'not-read':
      return notRead(voice, reply);
    case 'language':
      return language(voice);
    case 'contact':
      return contact(voice);
    case 'human':
      return human(voice);
    case 'command-suggested':
      return commandSuggested(voice, reply);
    case 'confirm':
      return confirm(voice, reply);
    case 'file-refused':
      return fileRefused(voice, reply);
    case 'files':
      return files(voice, reply);
    case 'reminder':
      return reminder(voice, reply);
    case 'share-offered':
      return shareOffered(voice, reply);
    default:
      return 'dialog' in reply ? viewInDialog(reply, voice) : keptView(voice, reply);
  }
}

type OfKept = ReplyOf<
  'role-asked' | 'part-offered' | 'link-offered' | 'keep-asked' | 'kept' | 'kept-opened' | 'kept-list'
>;

function keptView(voice: Voice, reply: OfKept): View {
  switch (reply.kind) {
    case 'role-asked':
      return roleAsked(voice, reply);
    case 'part-offered':
      return partOffered(voice, reply);
    case 'link-offered':
      return linkOffered(voice, reply);
    case 'keep-asked':
      return keepAsked(voice, reply);
    case 'kept':
      return kept(voice, reply);
    case 'kept-opened':
      return keptOpened(voice, reply);
    case 'kept-list':
      return keptList(voice, reply);
  }
}

type InDialog = Exclude<Extract<Reply, { dialog: string }>, { kind: 'result' | 'answered' }>;

function viewInDialog(reply: InDialog, voice: Voice): View {
  switch (reply.kind) {
    case 'question':
      return question(voice, reply);
    case 'noted':
      return noted(voice, reply);
    case 'refused':
      return refused(voice, reply);
    case 'imported':
      return imported(voice, reply);
    case 'file-asked':
      return fileAsked(voice, reply);
    case 'earlier-taken':
      return earlierTaken(voice, reply);
    case 'explanation':
      return explanation(voice, reply);
    case 'reason':
      return reason(voice, reply);
    case 'note-asked':
      return noteAsked(voice, reply);
    case 'input-asked':
      return inputAsked(voice, reply);
    case 'did-you-mean':
      return didYouMean(voice, reply);
    case 'note-offered':
      return noteOffered(voice, reply);
    case 'prefill':
      return prefillOffered(voice, reply);
    case 'prefill-told':
      return prefillTold(voice, reply);
    case 'summary':
      return summary(voice, reply);
    case 'status':
      return status(voice, reply);
    case 'own-listed':
      return ownListed(voice, reply);
    default:
      return viewOfOthers(reply, voice);
  }
}

type OfOthers = Extract<
  InDialog,
  { kind: 'part-begun' | 'colleagues-said' | 'compare-asked' | 'compared' | 'result-shared' }
>;

/** What has to do with other people's answers. */
function viewOfOthers(reply: OfOthers, voice: Voice): View {
  switch (reply.kind) {
    case 'part-begun':
      return partBegun(voice, reply);
    case 'colleagues-said':
      return colleaguesSaid(voice, reply);
    case 'compare-asked':
      return compareAsked(voice, reply);
    case 'compared':
      return compared(voice, reply);
    case 'result-shared':
      return resultShared(voice, reply);
  }
}
