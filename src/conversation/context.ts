import type { Action } from '../assessment/actions.ts';
import type { CollectionOf, Published } from '../assessment/collecting.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { PublishedCells } from '../assessment/peers.ts';
import type { Effect } from './effect.ts';
import type { KeptFound, ResumeKey } from './kept.ts';
import type { Locale } from './locale.ts';
import type { Naming } from './naming/naming.ts';
import type { Notice } from './notice.ts';
import type { PartAnswers } from './parts.ts';
import type { PrefillSource } from './prefilling/source.ts';
import type { Press } from './press.ts';
import type { Reply } from './reply.ts';
import type { Run, Session } from './session.ts';
import type { Understand } from './understanding/understanding.ts';
import type { WorkshopAnswer, WorkshopCall } from './workshop.ts';

/** What a turn may look at beside the session: content and the reading of free text. */
export interface ConversationContext {
  /** The dialogs that can be begun, in the order they are offered: "start" begins the first. */
  readonly offered: readonly string[];
  /** The version in force of a dialog. */
  readonly current: (dialog: string) => Instrument | undefined;
  /** A version in force or archived, while it is still kept. */
  readonly instrument: (dialog: string, version: string) => Instrument | undefined;
  readonly actions: readonly Action[];
  /** Which version of their catalogue is in force. */
  readonly actionsVersion: { readonly version: string };
  readonly understand: Understand;
  readonly findPress: FindPress;
  /** The card of a dialog that a question such as "mitä tarkoittaa vireillepano" names by its short name. */
  readonly findCard: (text: string, instrument: Instrument) => string | undefined;
  /** How people name an instrument's items and fields in a language. */
  readonly naming: (instrument: Instrument, locale: Locale) => Naming;
  /** A random code, the same all turn long, in case a result is shared; without it none can be. */
  readonly shareCode?: (() => string) | undefined;
  /** A random name, the same all turn long, under which answers can be added to those of many; without it none are. */
  readonly memberName?: (() => string) | undefined;
  /** What is public of many people's answers, as far as it was loaded for this turn; without it none is shown. */
  readonly gathered?: ((of: CollectionOf) => Published | undefined) | undefined;
  /** The key for this turn, in case a result is kept; without it none can be. */
  readonly resume?: (() => ResumeKey) | undefined;
  /** The key for this turn, in case a result is shared by a link; without it none can be. */
  readonly link?: (() => ResumeKey) | undefined;
  /** The key for this turn, in case a colleague is asked by a link; without it none can be. */
  readonly part?: (() => ResumeKey) | undefined;
  /** Whether the link of a key still asks; undefined while that was not loaded. */
  readonly asked?: ((key: string) => 'open' | 'closed' | undefined) | undefined;
  /** What colleagues have answered, as far as it was loaded for this turn. */
  readonly arrived?: (() => readonly PartAnswers[] | undefined) | undefined;
  /** Who speaks, as a mark that tells nothing of them; left out where the channel does not know. */
  readonly person?: string | undefined;
  /** What was kept before, as far as it was loaded for this turn; without it none is looked at. */
  readonly kept?: (() => KeptFound | undefined) | undefined;
  /** What is public of other municipalities' figures, as far as it was loaded for this turn; without it none are compared. */
  readonly peers?: ((dialog: string) => PublishedCells | undefined) | undefined;
  /** Whether figures may be added to theirs now; without it only where it is known who speaks. */
  readonly mayShare?: (() => boolean) | undefined;
  /** What became of something that was to be done about a workshop, where it has been done for this turn. */
  readonly workshop?: ((call: WorkshopCall) => WorkshopAnswer | undefined) | undefined;
  /** Where instruments can be filled from; none where that is off. */
  readonly prefill?: PrefillSource | undefined;
  /** Set where answers are not kept long enough for anyone to be reminded of them. */
  readonly reminders?: 'unavailable' | undefined;
}

/**
 * The press that a typed label stands for, on the first of these cards that has it: `which` when several buttons bear
 * it and nothing tells which is meant. Labels of commands are known without a card.
 */
export type FindPress = (
  text: string,
  cards: Iterable<Reply>,
  session: Pick<Session, 'locale' | 'runs'>,
) => Press | 'which' | undefined;

/** One turn's outcome: the session to save, what to say, and what else has to happen. */
export interface Turn {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}

/** A turn being worked out. */
export interface Scene {
  readonly context: ConversationContext;
  readonly session: Session;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Who acts, where several people could: a mark of this conversation's own. */
  readonly by?: string | undefined;
  /** Set when what came in was words: how they were read is then told. */
  readonly heard?: 'words' | undefined;
}

/** A scene as a turn begins: what came in has not been looked at. */
export type SavedScene = Omit<Scene, 'heard'>;

/** A scene with a run and the instrument that it follows. */
export interface RunScene extends Scene {
  readonly run: Run;
  readonly instrument: Instrument;
}

/**
 * A scene with this run. Its fields are listed: in Node 20 each field that is added after a spread costs a microsecond or
 * more, and a turn makes such scenes again and again.
 */
export function runScene(scene: Scene, run: Run, instrument: Instrument): RunScene {
  const { context, session, now, by, heard } = scene;
  return { context, session, now, by, heard, run, instrument };
}

/** How people name the items and fields of the scene's instrument, in the language of its session. */
export function namingOf({ context, instrument, session }: RunScene): Naming {
  return context.naming(instrument, session.locale);
}

/** Ends a turn: the session as it will be saved, and the replies. */
export function say(session: Session, replies: readonly Reply[], effects: readonly Effect[] = []): Turn {
  return { session, replies, effects };
}

/** Ends a turn with one short line, and changes nothing. */
export function notice({ session }: Pick<Scene, 'session'>, name: Notice): Turn {
  return say(session, [{ kind: 'notice', notice: name }]);
}

/** Says something before a turn's own replies. */
export function before(first: readonly Reply[], turn: Turn): Turn {
  return { ...turn, replies: [...first, ...turn.replies] };
}

/** The same scene after the run has changed. */
export function withRun(scene: RunScene, change: Partial<Run>): RunScene {
  const run = { ...scene.run, ...change };
  const { session } = scene;
  return { ...scene, run, session: { ...session, runs: { ...session.runs, [run.dialog]: run } } };
}

/** The same scene with something else open. */
export function withPending<S extends Scene>(scene: S, pending: Session['pending']): S {
  return { ...scene, session: { ...scene.session, pending } };
}
