/**
 * What the bot answers, by meaning: ids and values, no texts. The presentation turns a reply into a channel's
 * activities in the person's language; the store keeps replies as they stand here, and parses them when they are read.
 */
import { z } from 'zod';
import { type Answers, answersSchema, entrySchema, valueSchema } from '../assessment/answers.ts';
import type { Collected, CollectionOf } from '../assessment/collecting.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import {
  intervalSchema,
  lineSchema,
  outcomeSchema,
  sectionSchema,
  trendSchema,
} from '../assessment/outcome.ts';
import { spreadSchema } from '../assessment/workshop/spread.ts';
import { commandSchema } from './command.ts';
import type { KeptRun } from './kept.ts';
import { localeSchema } from './locale.ts';
import { noticeSchema } from './notice.ts';
import type { PartAsked } from './parts.ts';
import { offerSchema, otherServiceSchema, WAYS_IN } from './prefilling/found.ts';
import { LOOK_PROBLEMS, type LookedFor } from './prefilling/source.ts';
import { fieldProblemSchema, rejectionSchema } from './rejection.ts';
import { judgedSchema, type WorkshopCall } from './workshop.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const keys = list(keySchema);
const texts = z.record(keySchema, z.string()).readonly();

/** An instrument as it was used: replies stay readable after a new version ships. */
const ref = { dialog: idSchema, version: z.string() };
const dialogRefSchema = z.object(ref).readonly();
export type DialogRef = z.infer<typeof dialogRefSchema>;

const progressSchema = z
  .object({
    /** Cards answered or passed, and cards in all, on the path these answers lead through. */
    answered: z.number(),
    total: z.number(),
    /** The card's place on the path, from 1; 0 beside the way. */
    position: z.number(),
  })
  .readonly();
export type Progress = z.infer<typeof progressSchema>;

/** A result that was shown before. */
const lastResultSchema = z
  .object({
    ...ref,
    stair: intervalSchema,
    at: z.number(),
    provisional: z.literal(true).exactOptional(),
  })
  .readonly();
export type LastResult = z.infer<typeof lastResultSchema>;

/** What of a dialog has no answer yet: card keys, each in one list. */
const openQuestionsSchema = z
  .object({
    ...ref,
    progress: progressSchema,
    /** Marked for a colleague, and not known since. */
    colleague: keys,
    skipped: keys,
    /** Passed over otherwise; empty while the questions are still being asked. */
    unanswered: keys,
    names: answersSchema.default({}),
  })
  .readonly();
export type OpenQuestions = z.infer<typeof openQuestionsSchema>;

/** A result as others may see it: no answers, no reasons, no notes, nobody's name. */
export const sharedResultSchema = z
  .object({
    ...ref,
    /** When it was shared, epoch milliseconds. */
    at: z.number().exactOptional(),
    outcome: outcomeSchema,
  })
  .readonly();
export type SharedResult = z.infer<typeof sharedResultSchema>;

const placeSchema = z.object({ list: idSchema, item: idSchema }).readonly();

/** A workshop, and how it is opened: for everybody by its id, for who leads it with the secret. */
const workshop = {
  id: z.string(),
  code: z.string(),
  judged: judgedSchema,
  secret: z.string().exactOptional(),
  shared: z.literal(true).exactOptional(),
};

/** What someone who comes back had reached, what is still open, and which other dialogs have been begun. */
const standing = {
  begun: list(idSchema).exactOptional(),
  last: lastResultSchema.exactOptional(),
  open: openQuestionsSchema.exactOptional(),
};
/** A card, with the answers that name added items where it is about one. */
const about = { step: keySchema, ...ref, names: answersSchema.default({}) };
const asked = { step: keySchema, nonce: z.string(), ...ref };

/** A reply that asks, under a nonce. */
const cardSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('confirm'),
    what: z.enum(['restart', 'erase', 'forget']),
    nonce: z.string(),
    /** Names of what is kept for longer, and may go as well. */
    kept: list(z.string()).exactOptional(),
  }),
  /** Under which name is the result to be kept? */
  z.object({ kind: z.literal('keep-asked'), nonce: z.string() }),
  /** Who knows what was marked for a colleague? */
  z.object({ kind: z.literal('role-asked'), nonce: z.string() }),
  z.object({
    kind: z.literal('question'),
    ...asked,
    progress: progressSchema,
    values: answersSchema,
    /** Answers on it that came from a register of services and stand as they came: their days. */
    sources: z.record(keySchema, z.string()).readonly().exactOptional(),
    /** The ways to fill in the card at one press that it offers now. */
    fills: list(idSchema).exactOptional(),
    /** Figures on the way. */
    sections: list(sectionSchema).exactOptional(),
    /** The card that comes after figures; none when all have been gone through. */
    next: keySchema.exactOptional(),
    /** The cards on the way in the items that the figures are of; left out where these have one each, or too many. */
    within: keys.exactOptional(),
  }),
  z.object({ kind: z.literal('reason'), ...about, nonce: z.string() }),
  z.object({ kind: z.literal('note-asked'), ...about, nonce: z.string() }),
  /** The next field of a form that is being answered by text. */
  z.object({
    kind: z.literal('input-asked'),
    ...asked,
    input: keySchema,
    values: answersSchema,
    /** How the one before was read. */
    noted: entrySchema.exactOptional(),
  }),
  /** "Did you mean …?": what was probably said (`confirm` yes/no). */
  z.object({
    kind: z.literal('did-you-mean'),
    ...ref,
    nonce: z.string(),
    entries: list(entrySchema),
    names: answersSchema,
  }),
  /** "Did you mean this command?" (`confirm` yes/no). */
  z.object({
    kind: z.literal('command-suggested'),
    name: commandSchema,
    dialog: idSchema.exactOptional(),
    nonce: z.string(),
  }),
  /** What a register of services tells, to be accepted: answers to items, or services to be added as own ones. */
  z.object({
    kind: z.literal('prefill'),
    ...ref,
    nonce: z.string(),
    part: z.enum(['sure', 'unsure', 'others']),
    municipality: z.string(),
    day: z.string(),
    offers: list(offerSchema),
    others: list(otherServiceSchema),
    left: z.number(),
    changing: z.union([z.number(), z.literal('some')]).exactOptional(),
  }),
  z.object({ kind: z.literal('prefill-where'), nonce: z.string(), near: list(z.string()) }),
  /** "Shall I keep this as a note?" (`confirm` yes/no). */
  z.object({ kind: z.literal('note-offered'), ...asked, note: z.string() }),
]);

export const replySchema = z.discriminatedUnion('kind', [
  cardSchema,
  /** A card that was sent in and could not be taken, in its own place, with what was typed into it. */
  z.object({
    kind: z.literal('redrawn'),
    card: cardSchema,
    replaces: z.string(),
    sent: z.record(z.string(), z.string()).readonly(),
  }),
  z.object({
    kind: z.literal('greeting'),
    returning: z.boolean(),
    /** Several people have this conversation in common. */
    shared: z.literal(true).exactOptional(),
    ...standing,
  }),
  /** Said unasked, to someone who wished for it. */
  z.object({
    kind: z.literal('reminder'),
    about: z.enum(['unfinished', 'follow-up']),
    ...standing,
    /** The day on which the person meant to come back, by this answer. */
    day: z
      .object({ ...ref, key: keySchema, day: z.string(), names: answersSchema })
      .readonly()
      .exactOptional(),
  }),
  /** A result can be shown elsewhere by saying this code there, for so many minutes. */
  z.object({ kind: z.literal('share-offered'), code: z.string(), minutes: z.number() }),
  /** A result can be read by whoever has this link, for so many days. The link is made from the seed when it is shown. */
  z.object({ kind: z.literal('link-offered'), key: z.string(), seed: z.string(), days: z.number() }),
  /** A link by which a colleague answers some questions, for so many days. */
  z.object({
    kind: z.literal('part-offered'),
    key: z.string(),
    seed: z.string(),
    role: z.string(),
    count: z.number(),
    days: z.number(),
  }),
  /** Somebody begins to answer what a colleague asks. */
  z.object({ kind: z.literal('part-begun'), ...ref, count: z.number() }),
  /** What colleagues answered: taken over where the asker did not know, beside the asker's own where they differ. */
  z.object({
    kind: z.literal('colleagues-said'),
    ...ref,
    rows: list(
      z
        .object({
          key: keySchema,
          /** The asker's own bears no role. */
          said: list(z.object({ role: z.string().exactOptional(), value: valueSchema }).readonly()),
        })
        .readonly(),
    ),
    names: answersSchema,
  }),
  /** A result is kept. The first time the code that opens it is told, made from the seed when it is shown. */
  z.object({
    kind: z.literal('kept'),
    key: z.string(),
    name: z.string(),
    seed: z.string().exactOptional(),
    /** Whoever speaks finds it without the code. */
    mine: z.literal(true).exactOptional(),
  }),
  /** Kept results, instrument by instrument. */
  z.object({
    kind: z.literal('kept-opened'),
    name: z.string(),
    dialogs: list(z.object({ ...ref, trend: trendSchema }).readonly()),
  }),
  /** What somebody has kept, to choose from. */
  z.object({
    kind: z.literal('kept-list'),
    own: list(z.object({ key: z.string(), name: z.string(), at: z.number() }).readonly()),
  }),
  /** Somebody's result, shown to others. */
  z.object({
    kind: z.literal('result-shared'),
    ...ref,
    at: z.number().exactOptional(),
    outcome: outcomeSchema,
  }),
  z.object({ kind: z.literal('about') }),
  z.object({ kind: z.literal('help'), commands: list(commandSchema) }),
  z.object({ kind: z.literal('notice'), notice: noticeSchema }),
  z.object({ kind: z.literal('rejected'), rejection: rejectionSchema }),
  /** Why a card was not taken, field by field; it stays open. */
  z.object({
    kind: z.literal('refused'),
    ...ref,
    problems: list(fieldProblemSchema),
    /** The card that is still open, for buttons with what may be meant. */
    open: z.object({ step: keySchema, nonce: z.string() }).readonly().exactOptional(),
  }),
  /** The line that is left of a question once it has been answered. */
  z.object({
    kind: z.literal('answered'),
    step: keySchema,
    ...ref,
    /** The nonce of the card whose place it takes. */
    replaces: z.string(),
    progress: progressSchema,
    values: answersSchema,
    skipped: z.boolean(),
    /** Answered in words: how they were read is told where they stand, too. */
    heard: z.literal('words').exactOptional(),
    /** What the instrument has to say in place of the answers themselves. */
    line: lineSchema.exactOptional(),
    growing: lineSchema.exactOptional(),
    /** Who answered, where several people share the assessment: put in by the channel, never saved by a turn. */
    by: z.string().exactOptional(),
  }),
  /** What was taken from somebody's words, with the names of added items. */
  z.object({
    kind: z.literal('noted'),
    ...ref,
    entries: list(entrySchema),
    names: answersSchema,
    /** The nonce of the card whose place it takes, where an item was added on one. */
    replaces: z.string().exactOptional(),
    growing: lineSchema.exactOptional(),
    /** Set when the card on the screen stays open for more. */
    open: z.literal(true).exactOptional(),
  }),
  z.object({ kind: z.literal('explanation'), ...about }),
  z.object({
    kind: z.literal('summary'),
    ...ref,
    progress: progressSchema,
    answers: answersSchema,
    skipped: keys,
    reasons: texts,
    notes: texts,
    colleague: keys,
    /** Answer key → the role of the colleague whose answer it is. */
    by: texts.exactOptional(),
  }),
  z.object({
    kind: z.literal('result'),
    ...ref,
    outcome: outcomeSchema,
    answers: answersSchema,
    reasons: texts,
    /** Day → how many answers stand as they came from a register of services that day. */
    sourced: z.record(z.string(), z.number()).readonly().exactOptional(),
    /** Set while cards on the way are still open. */
    open: z.literal(true).exactOptional(),
  }),
  z.object({
    kind: z.literal('status'),
    ...ref,
    progress: progressSchema,
    /** Cards done of those in each item that is gone through. */
    items: list(
      z
        .object({
          list: idSchema,
          item: idSchema,
          /** Of one that somebody added. */
          name: z.string().exactOptional(),
          done: z.number(),
          total: z.number(),
        })
        .readonly(),
    ).exactOptional(),
  }),
  /** What came in with a filled file: the outermost items it tells of, and how many inner ones. */
  z.object({
    kind: z.literal('imported'),
    ...ref,
    items: list(placeSchema),
    count: z.number(),
    /** Earlier answers that are other now, or gone. */
    replaced: z.number().exactOptional(),
    /** Items answered before that the file says nothing of: they are as they were. */
    stayed: list(placeSchema).exactOptional(),
  }),
  z.object({ kind: z.literal('language') }),
  z.object({ kind: z.literal('contact') }),
  z.object({ kind: z.literal('human') }),
  /** What became of looking into a register of services, or of what it proposed. */
  z.object({
    kind: z.literal('prefill-told'),
    ...ref,
    what: z.enum(['fetching', ...LOOK_PROBLEMS, 'nothing', 'no-news', 'done', 'taken']),
    municipality: z.string(),
    day: z.string().exactOptional(),
    /** Answers taken. */
    count: z.number().exactOptional(),
    /** Services of others that were left out. */
    leftOut: z.number().exactOptional(),
    /** What is new since the register was last looked into. */
    news: list(
      z
        .object({
          item: keySchema,
          added: list(z.enum(WAYS_IN)),
          removed: list(z.enum(WAYS_IN)),
          own: z.boolean(),
        })
        .readonly(),
    ).exactOptional(),
    names: answersSchema,
  }),
  /** A spreadsheet was sent in that gave no answers; `problems` in words, as they stood in the file. */
  z.object({
    kind: z.literal('file-refused'),
    why: z.enum(['not-here', 'not-fetched', 'too-large', 'rejected']),
    problems: list(z.string()),
  }),
  /** What a workshop can be begun on; `value` is proposed. */
  z.object({
    kind: z.literal('workshop-choice'),
    parts: list(judgedSchema),
    value: z.string().exactOptional(),
  }),
  /** How a workshop is joined and led; `answered` is left out where it was not looked up. */
  z.object({ kind: z.literal('workshop-led'), ...workshop, answered: z.number().exactOptional() }),
  /** The ballot of a workshop: everybody answers alone. */
  z.object({ kind: z.literal('workshop-ballot'), ...workshop, again: z.literal(true).exactOptional() }),
  z.object({ kind: z.literal('workshop-noted'), ...workshop }),
  /** What is revealed, those that views part on most first, with what the group can settle on. */
  z.object({
    kind: z.literal('workshop-spread'),
    ...workshop,
    answered: z.number(),
    waiting: z.number(),
    spreads: list(spreadSchema),
    agreed: answersSchema,
  }),
  /** Somebody else can lead with this. */
  z.object({ kind: z.literal('workshop-handed'), ...workshop }),
  z.object({ kind: z.literal('files'), what: z.enum(['transcript', 'result', 'workbook', 'roadmap']) }),
]);

export type Reply = z.infer<typeof replySchema>;

/** The nonce of the card whose place a reply takes; undefined for one that stands for itself. */
export function replacedBy(reply: Reply): string | undefined {
  return 'replaces' in reply ? reply.replaces : undefined;
}

/** A reply in the language it was given in. */
export const saidSchema = z.object({ locale: localeSchema, reply: replySchema }).readonly();
export type Said = z.infer<typeof saidSchema>;

/** What has to happen beside replying. */
export type Effect =
  | { kind: 'erase-everything' }
  /** Keeps a result for a while, to be found by its code. */
  | { kind: 'share'; code: string; shared: SharedResult }
  | { kind: 'count'; counter: string; step?: string }
  /** Adds a person's answers to what many people's come to, in the place of those under this name. */
  | { kind: 'contribute'; of: CollectionOf; member: string; collected: Collected }
  | { kind: 'withdraw'; of: CollectionOf; member: string }
  /** Opens a link to a result, and calls one back. */
  | { kind: 'link'; key: string; shared: SharedResult }
  | { kind: 'unlink'; key: string }
  /** Asks a colleague by a link, hands in what one answered, and takes both away. */
  | { kind: 'ask-part'; key: string; asked: PartAsked }
  | { kind: 'answer-part'; key: string; member: string; answers: Answers }
  | { kind: 'close-part'; key: string }
  /** Whether a link still asks, and what was answered to some: the turn is to be run with it. */
  | { kind: 'part-asked'; key: string }
  | { kind: 'parts-answered'; keys: readonly string[] }
  /** Keeps a result with those of its key; `fresh` where it is the first of them. `person`: who finds it without its code. */
  | { kind: 'keep'; key: string; fresh: boolean; run: KeptRun; person?: string }
  /** Throws away all that is kept under a key. */
  | { kind: 'forget'; key: string; person?: string }
  /** What is kept was asked for and had not been loaded: the turn is to be run with it. */
  | { kind: 'recall' }
  /** What a register of services tells of a municipality was asked for: the turn is to be run with it. */
  | ({ kind: 'look-up' } & LookedFor)
  /** What is public of many people's answers was asked for and had not been loaded: the turn is to be run with it. */
  | { kind: 'gather'; of: CollectionOf }
  /** Something to be done about a workshop, whose answer the turn needs: it is to be run with it. */
  | { kind: 'workshop'; call: WorkshopCall }
  /** Takes the person's ballot out of a workshop; with the secret, ends the workshop that was begun here. */
  | { kind: 'forget-workshop'; id: string; secret?: string };
