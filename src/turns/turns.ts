/** What a channel calls for each thing that came in, and what it gets back. */
import type { CollectionOf, Published } from '../assessment/collecting.ts';
import type { Input } from '../conversation/input.ts';
import type { KeptAssessment } from '../conversation/kept.ts';
import type { Locale } from '../conversation/locale.ts';
import type { LookedFor } from '../conversation/prefilling/source.ts';
import type { ReminderNeed } from '../conversation/reminding.ts';
import type { Reply, Said } from '../conversation/reply.ts';
import type { Session } from '../conversation/session.ts';
import type { ConversationKey } from '../store/port.ts';
import type { Workshops } from './workshop/workshops.ts';

/** A file was sent that gave no answers. `problems`: what is wrong in it, in words. */
export interface FileRefused {
  readonly kind: 'file-refused';
  readonly why: 'not-here' | 'not-fetched' | 'too-large' | 'rejected';
  readonly problems: readonly string[];
}

export interface Delivery {
  readonly key: ConversationKey;
  /** The channel's id of this delivery: a repeated one is recognised by it and applied once. */
  readonly deliveryId: string;
  /** `left`: the bot was taken out of the conversation. `edited`: a message said before was written anew. */
  readonly input: Input | { kind: 'left' } | { kind: 'edited' } | FileRefused;
  /** The language to begin in when the conversation is new. */
  readonly locale: Locale;
  /** The language that this delivery itself names: it counts until the person acts in one, or chooses one. */
  readonly named?: Locale | undefined;
  /** Who spoke, of several: a mark of this conversation's own, which tells nothing of the person. */
  readonly by?: string | undefined;
  /** Who speaks, where the channel knows: the same in all their conversations, and nothing can be told of them by it. */
  readonly person?: string | undefined;
  /** Asked before the code of kept results is tried: false where too many were from the same caller of late. */
  readonly mayGuess?: () => boolean;
  /**
   * Whose ballot a workshop gets by this: the channel's own name of the person, the same in all their conversations.
   * It is kept nowhere.
   */
  readonly voter?: string | undefined;
  /** Where wrong codes of workshops are counted by: a person, an address. Without it no workshop is joined. */
  readonly codesFrom?: string | undefined;
  /**
   * Asked when answers are to be added to those of many people: false where too many came from the same caller of late.
   * Without it none are: only the channel knows its callers, and it keeps what it knows of them to itself.
   */
  readonly mayContribute?: () => boolean;
  /** The same for a municipality's figures; without it only those of whom it is known who they are may add any. */
  readonly mayShare?: () => boolean;
  /** Set for places that can be written to at any time: one person's chat, or one that several people share. */
  readonly place?: 'personal' | 'group';
  /**
   * Where the replies go. `log`: our own channel, whose readers follow the conversation's log; what the user sent (`heard`,
   * if given) is logged first. `outbox`: channels that we send to, with the address to send to (`reference`, opaque here;
   * `later`: the address for what follows by itself). `caller`: they travel in the answer itself.
   */
  readonly out:
    | { to: 'log'; heard?: object }
    | { to: 'outbox'; reference: string; later?: string }
    | { to: 'caller' };
}

export type TurnOutcome =
  /** Applied and saved. For `outbox`, acknowledge the ids once the replies have been delivered. */
  | {
      kind: 'applied';
      said: readonly Said[];
      outboxIds: readonly string[];
      /** For `log`, what was added to it. */
      logged?: Logged;
      /** What to remind of from now on; left out where reminders are not wished for and were not before. */
      reminder?: ReminderNeed;
      /** What the conversation now waits for: when it is there, a turn follows by itself. */
      awaits?: LookedFor;
    }
  /**
   * This delivery was applied before: these are the replies it got then. Nothing has changed. Those of an
   * `outbox` are not given again: they have been sent, or still wait there.
   */
  | { kind: 'repeated'; said: readonly Said[] }
  /** Others kept writing to the same conversation: nothing was saved, the sender may try again. */
  | { kind: 'busy' }
  /** The store did not answer in time: nothing can be promised, the sender may try again (it is applied once). */
  | { kind: 'unavailable' };

/** What a turn added to a conversation's log. */
export interface Logged {
  /** The conversation's version until then: whoever has read the log of that version has only this line to read. */
  readonly before: string | undefined;
  readonly after: string;
  /** The entry's id in the log: a reader's watermark. */
  readonly entryId: string;
  readonly line: LogLine;
}

/** A line of the conversation's log (`log-line.ts` stores it): one turn. It is rendered by whoever reads. */
export interface LogLine {
  /** The turn's, under which its activities are numbered. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What the user sent; readers get it back with what the channel adds to all that it shows. */
  readonly heard?: object;
  readonly locale: Locale;
  readonly said: readonly Reply[];
}

/** A turn that nobody's message began, and its replies in the outbox. */
export interface FollowedUp {
  readonly key: ConversationKey;
  readonly said: readonly Said[];
  readonly outboxIds: readonly string[];
  /** Where they go. */
  readonly reference: string;
}

/** A channel that is sent what follows by itself. */
export interface SendsFollowUps {
  /** The address as it is to be kept beside replies that are said now: they may come long after the message. */
  readonly address: (reference: string) => string;
  /** Sends the replies at once. */
  readonly send: (followed: FollowedUp) => void;
}

export interface Turns {
  process(delivery: Delivery): Promise<TurnOutcome>;
  /** Of turns that go on by themselves, where somebody else's channel is to be told. */
  onFollowUp(sends: SendsFollowUps): void;
  /** Goes on with what conversations of processes that have ended wait for; to be called every minute. Never rejects. */
  resume(): Promise<void>;
  /** The session as last saved, without a turn; undefined when there is none. Throws StoreUnavailable. */
  recall(key: ConversationKey): Promise<Session | undefined>;
  /** What is public of many people's answers. Throws StoreUnavailable. */
  published(of: CollectionOf): Promise<Published>;
  /** What is kept under a key. Throws StoreUnavailable. */
  kept(key: string): Promise<KeptAssessment | undefined>;
  /** Workshops, beside any turn. */
  readonly workshops: Workshops;
  /** The reminder that a conversation's people wished for, as it reads now; undefined for none. Saves nothing. */
  reminder(key: ConversationKey): Promise<Said | undefined>;
}
