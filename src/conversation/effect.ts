import type { Answers } from '../assessment/answers.ts';
import type { Collected, CollectionOf } from '../assessment/collecting.ts';
import type { Figures } from '../assessment/peers.ts';
import type { KeptRun, SharedFigures } from './kept.ts';
import type { PartAsked } from './parts.ts';
import type { LookedFor, Looking } from './prefilling/source.ts';
import type { SharedResult } from './shared-result.ts';
import type { WorkshopCall } from './workshop.ts';

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
  /** Adds figures to those of other municipalities, in the place of one's earlier ones; `fresh` where there were none. */
  | { kind: 'share-figures'; key: string; shared: SharedFigures; figures: Figures; fresh: boolean }
  | { kind: 'unshare-figures'; key: string; shared: SharedFigures }
  /** What is public of other municipalities' figures was asked for: the turn is to be run with it. */
  | { kind: 'look-at-peers'; dialog: string }
  /** What is kept was asked for and had not been loaded: the turn is to be run with it. */
  | { kind: 'recall' }
  /** What a register of services tells of a municipality was asked for: the turn is to be run with it. */
  | ({ kind: 'look-up'; how?: Looking } & LookedFor)
  /** What is public of many people's answers was asked for and had not been loaded: the turn is to be run with it. */
  | { kind: 'gather'; of: CollectionOf }
  /** Something to be done about a workshop, whose answer the turn needs: it is to be run with it. */
  | { kind: 'workshop'; call: WorkshopCall }
  /** Takes the person's ballot out of a workshop; with the secret, ends the workshop that was begun here. */
  | { kind: 'forget-workshop'; id: string; secret?: string };
