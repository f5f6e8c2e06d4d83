/**
 * What a turn needs to know of the way it came, around the conversation itself: who spoke where several people do, in
 * which language the channel says they read, and what happened to the conversation rather than in it.
 */

import { takeAnyTurn } from '../conversation/colleague-turn.ts';
import { type ConversationContext, say, type Turn } from '../conversation/context.ts';
import type { Notice } from '../conversation/notice.ts';
import { type Reply, replacedBy } from '../conversation/reply.ts';
import { newSession, type Session } from '../conversation/session.ts';
import { openCards } from '../conversation/shown.ts';
import { takeTurn } from '../conversation/turn.ts';
import type { Delivery } from './turns.ts';

interface Scene {
  readonly context: ConversationContext;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The session as a delivery finds it: a new one, or the one kept (undefined: none) with what the channel now says. */
export function sessionFor(kept: Session | undefined, { locale, named, place, input }: Delivery): Session {
  const session: Session = kept ?? { ...newSession(locale), tentative: true };
  const told = session.tentative && named ? { ...session, locale: named } : session;
  const acted = input.kind !== 'joined' && named !== undefined;
  return {
    ...told,
    ...(place && { place }),
    tentative: told.tentative && !acted ? true : undefined,
  };
}

/** Works out a turn on the session as `sessionFor` gave it. */
export function converse({ context, now }: Scene, session: Session, delivery: Delivery): Turn {
  const { input } = delivery;
  if (input.kind === 'left') return say({ ...session, reminders: undefined }, []);
  if (input.kind === 'file-refused') return say(session, [input]);
  if (input.kind === 'edited') return whatCounts({ context, now }, session);
  const turn = takeAnyTurn({ context, session, now, by: delivery.by }, input);
  const allowed = askedBy(session, mayConfirm(session, delivery, turn), delivery);
  return chosenLanguage(session, redraws(delivery) ? redrawing({ context, now }, input, allowed) : allowed);
}

/** Screens of our own keep what was typed into a card; the others empty it at the press. */
function redraws({ out }: Delivery): boolean {
  return out.to === 'outbox';
}

/** Draws the card that was sent in once more, when it is still open: with what was typed, in its own place. */
function redrawing({ context, now }: Scene, input: Delivery['input'], turn: Turn): Turn {
  if (input.kind !== 'press' || !('nonce' in input.press)) return turn;
  const { do: _do, nonce, ...fields } = input.press;
  const sent = Object.fromEntries(
    Object.entries(fields).flatMap(([id, value]) => (typeof value === 'string' ? [[id, value]] : [])),
  );
  const shown = turn.replies.some(reply => nonceOf(reply) === nonce || replacedBy(reply) === nonce);
  if (nonce === undefined || shown || input.press.do === 'command' || input.press.do === 'confirm')
    return turn;
  const open = openCards({ context, session: turn.session, now }, turn.session.pending);
  const card = [...open].find(one => nonceOf(one) === nonce);
  if (!card || !('nonce' in card)) return turn;
  return { ...turn, replies: [...turn.replies, { kind: 'redrawn', card, replaces: nonce, sent }] };
}

function nonceOf(reply: Reply): string | undefined {
  return 'nonce' in reply ? reply.nonce : undefined;
}

/** An edited message changes nothing; what was taken is shown, with how to change it, and what was open stays open. */
function whatCounts({ context, now }: Scene, session: Session): Turn {
  const summary = { kind: 'press', press: { do: 'command', name: 'summary' } } as const;
  const { replies: said } = takeTurn({ context, session, now }, summary);
  // Nothing is saved here: of a move to another version the next message tells.
  const replies = said.filter(reply => reply.kind !== 'notice' || !MOVED.includes(reply.notice));
  const nothing = replies.some(reply => reply.kind === 'notice' && reply.notice === 'nothing-started');
  return say(session, nothing ? [] : [{ kind: 'notice', notice: 'edited' }, ...replies]);
}

const MOVED: readonly Notice[] = ['version-moved', 'version-moved-again'];

/** Where several people share the answers, only who asked to throw them away may confirm it, and by the button. */
function mayConfirm(session: Session, { input, by }: Delivery, turn: Turn): Turn {
  const { pending, place } = session;
  if (place !== 'group' || pending?.kind !== 'confirm' || !throwsAway(turn)) return turn;
  const pressed = input.kind === 'press' && input.press.do === 'confirm';
  if (pressed && (pending.by === undefined || pending.by === by)) return turn;
  return say(session, [{ kind: 'notice', notice: 'asker-confirms' }]);
}

function throwsAway({ effects }: Turn): boolean {
  return effects.some(
    effect =>
      effect.kind === 'erase-everything' ||
      effect.kind === 'forget' ||
      (effect.kind === 'count' && effect.counter === 'started'),
  );
}

function askedBy(before: Session, turn: Turn, { by }: Delivery): Turn {
  const { pending, place } = turn.session;
  if (place !== 'group' || by === undefined || pending?.kind !== 'confirm') return turn;
  if (pending.nonce === before.pending?.nonce) return turn;
  return { ...turn, session: { ...turn.session, pending: { ...pending, by } } };
}

/** A language the person chose is theirs, whatever the channel says later. */
function chosenLanguage(before: Session, turn: Turn): Turn {
  const chosen = turn.replies.some(reply => reply.kind === 'notice' && reply.notice === 'language-changed');
  return chosen || turn.session.locale !== before.locale
    ? { ...turn, session: { ...turn.session, tentative: undefined } }
    : turn;
}
