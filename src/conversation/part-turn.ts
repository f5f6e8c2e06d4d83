/** A turn of a colleague's part, in a session of its own inside theirs: whatever they have of their own is neither seen nor changed. */
import type { Answers } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { partOf } from '../assessment/part-of.ts';
import { walk } from '../assessment/walk.ts';
import { newRun } from './beginning.ts';
import type { Command } from './command.ts';
import {
  before,
  type ConversationContext,
  notice,
  type RunScene,
  type SavedScene,
  say,
  type Turn,
} from './context.ts';
import type { Effect } from './effect.ts';
import { takingBack } from './forgetting.ts';
import type { Input } from './input.ts';
import { runOf } from './moving.ts';
import type { PartAsked } from './parts.ts';
import type { Reply } from './reply.ts';
import { newSession, type Session } from './session.ts';
import { showNext } from './show.ts';
import { takeTurn } from './turn.ts';
import { understoodAnywhere } from './understood-as.ts';

type Part = NonNullable<Session['part']>;

/** Begins the part that a link asks for. */
export function beginPart(scene: SavedScene, { key, asked }: { key: string; asked: PartAsked }): Turn {
  const { session, context } = scene;
  const member = session.answered?.[key] ?? context.memberName?.();
  const inner = context.instrument(asked.dialog, asked.version);
  if (session.place === 'group' || member === undefined || !inner) return notice(scene, 'part-closed');
  const part: Part = {
    key,
    member,
    asked: { ...asked, cards: [...asked.cards] },
    inner: { ...newSession(session.locale), serial: session.serial },
  };
  const within = partScene(scene, part);
  if (!within) return notice(scene, 'part-closed');
  const first = showNext(within);
  const begun = outer(scene, part, first);
  return before(
    [{ kind: 'part-begun', dialog: asked.dialog, version: asked.version, count: asked.cards.length }],
    begun,
  );
}

/** The scene of the part with its run at hand, begun where it has not been. */
function partScene(scene: SavedScene, { asked, inner }: Part): RunScene | undefined {
  const full = scene.context.instrument(asked.dialog, asked.version);
  if (!full) return undefined;
  const instrument = partOf(full, asked.cards, asked.names);
  const begun = { ...scene, context: narrowed(scene.context, instrument), session: inner };
  const found = runOf(begun)?.scene;
  if (found) return found;
  const fresh = newRun(begun, instrument);
  const answers = asked.names;
  // A table may have more parts than are asked: those are passed.
  const passed = walk(instrument, answers).path.flatMap(({ key, part, step }) =>
    typeof part === 'number' && !asked.cards.includes(key) && step.type !== 'climb' ? [key] : [],
  );
  const run = { ...fresh.run, answers, passed };
  return { ...fresh, run, session: { ...fresh.session, runs: { [run.dialog]: run } } };
}

/** Nothing is known there but the questions of the part. */
function narrowed(context: ConversationContext, instrument: Instrument): ConversationContext {
  const { understand, findPress, findCard, naming, actionsVersion } = context;
  return {
    understand,
    findPress,
    findCard,
    naming,
    actions: [],
    actionsVersion,
    offered: [],
    current: dialog => (dialog === instrument.id ? instrument : undefined),
    instrument: (dialog, version) =>
      dialog === instrument.id && version === instrument.version ? instrument : undefined,
  };
}

/** Commands that lead away from the part, or to what is not in it. */
const ELSEWHERE: readonly Command[] = [
  'start',
  'restart',
  'export',
  'share',
  'unshare',
  'keep',
  'kept',
  'forget',
  'remind',
  'remind-off',
  'workshop',
  'ask-colleague',
  'invite',
];

/** What came in while a part is answered. */
export function partTurn(saved: SavedScene, part: Part, input: Input): Turn {
  const scene = partScene(saved, part);
  if (!scene) return leave(saved, 'part-closed');
  const command = commandIn(saved, input);
  if (command === 'cancel') return leave(saved, 'part-left');
  if (command !== undefined && ELSEWHERE.includes(command))
    return before([{ kind: 'notice', notice: 'part-first' }], outer(saved, part, showNext(scene)));
  const inner = { ...scene.session, locale: saved.session.locale };
  return outer(saved, part, takeTurn({ ...scene, session: inner }, input));
}

function commandIn(saved: SavedScene, input: Input): Command | undefined {
  if (input.kind === 'press') return input.press.do === 'command' ? input.press.name : undefined;
  if (input.kind !== 'text') return undefined;
  const understood = understoodAnywhere(saved, input.text);
  return understood.kind === 'command' ? understood.name : undefined;
}

/** A turn of the part as a turn of the conversation around it. */
function outer(saved: SavedScene, part: Part, turn: Turn): Turn {
  const { session: inner } = turn;
  if (turn.effects.some(({ kind }) => kind === 'erase-everything')) return erasedWith(saved, turn);
  const counted = turn.effects.filter(({ kind }) => kind === 'count');
  const { part: _, ...session } = { ...saved.session, locale: inner.locale, serial: inner.serial };
  const isOver = turn.replies.some(({ kind }) => kind === 'summary' || kind === 'result');
  if (!isOver)
    return { session: { ...session, part: { ...part, inner } }, replies: turn.replies, effects: counted };
  return handIn(saved, { part, turn, session, counted });
}

/** Erased in the midst of a part, all of theirs goes; what they kept for longer was not asked about, and stays. */
function erasedWith(saved: SavedScene, { session, replies, effects }: Turn): Turn {
  const stays: Reply[] = saved.session.kept ? [{ kind: 'notice', notice: 'kept-stays' }] : [];
  return say(session, [...replies, ...stays], [...takingBack(saved), ...effects]);
}

interface HandedIn {
  readonly part: Part;
  readonly turn: Turn;
  readonly session: Session;
  readonly counted: readonly Effect[];
}

/** The answers go to whoever asked, if the link still asks. */
function handIn({ context, session: was }: SavedScene, { part, turn, session, counted }: HandedIn): Turn {
  const { key, member, asked } = part;
  const open = context.asked?.(key);
  if (open === undefined && context.asked) return say(was, [], [{ kind: 'part-asked', key }]);
  if (open === undefined || open === 'closed')
    return say(session, [{ kind: 'notice', notice: 'part-closed' }]);
  const given = turn.session.runs[asked.dialog]?.answers ?? {};
  const answers: Answers = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => asked.names[name] === undefined && value !== 'unknown'),
  );
  const said = turn.replies.filter(({ kind }) => kind !== 'summary' && kind !== 'result');
  return say(
    { ...session, answered: { ...session.answered, [key]: member } },
    [...said, { kind: 'notice', notice: 'part-done' }],
    [{ kind: 'answer-part', key, member, answers }, ...counted],
  );
}

function leave({ session }: SavedScene, why: 'part-left' | 'part-closed'): Turn {
  const { part, ...rest } = session;
  return say({ ...rest, serial: part?.inner.serial ?? rest.serial }, [{ kind: 'notice', notice: why }]);
}
