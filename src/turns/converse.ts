/**
 * Around `takeTurn`, what depends on the channel that a message came by: who wrote, in a chat of several people; which
 * language the channel says they read; and that a message was edited, a file was refused or the bot was removed.
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
  if (input.kind === 'edited') return answersThatCount({ context, now }, session);
  const turn = takeAnyTurn({ context, session, now, by: delivery.by }, input);
  const allowed = askedBy(session, mayConfirm(session, delivery, turn), delivery);
  return chosenLanguage(session, redraws(delivery) ? redrawing({ context, now }, input, allowed) : allowed);
}

/** Our own page keeps what was typed into a card that was refused. Teams empties the card at the press. */
function redraws({ out }: Delivery): boolean {
  return out.to === 'outbox';
}

/**
 * For Teams: the card that was sent is drawn once more in its own place, with what was typed, if its question is still
 * open and the turn did not show it anyway.
 */
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

/** An edited message changes no answer: the answers that count are shown, with how to change them. */
function answersThatCount({ context, now }: Scene, session: Session): Turn {
  const summary = { kind: 'press', press: { do: 'command', name: 'summary' } } as const;
  const { replies: said } = takeTurn({ context, session, now }, summary);
  // This session is not saved, so a move to a newer version of the instrument is made, and told, at the next message.
  const replies = said.filter(reply => reply.kind !== 'notice' || !MOVED.includes(reply.notice));
  const nothing = replies.some(reply => reply.kind === 'notice' && reply.notice === 'nothing-started');
  return say(session, nothing ? [] : [{ kind: 'notice', notice: 'edited' }, ...replies]);
}

const MOVED: readonly Notice[] = ['version-moved', 'version-moved-again', 'version-moved-merged'];

/** In a group chat only the person who asked to throw the answers away may confirm it, and only by the button. */
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

/** In a group chat, writes down who was asked to confirm, for `mayConfirm`. */
function askedBy(before: Session, turn: Turn, { by }: Delivery): Turn {
  const { pending, place } = turn.session;
  if (place !== 'group' || by === undefined || pending?.kind !== 'confirm') return turn;
  if (pending.nonce === before.pending?.nonce) return turn;
  return { ...turn, session: { ...turn.session, pending: { ...pending, by } } };
}

/** Once a person has chosen a language, what the channel says of their language no longer counts. */
function chosenLanguage(before: Session, turn: Turn): Turn {
  const chosen = turn.replies.some(reply => reply.kind === 'notice' && reply.notice === 'language-changed');
  return chosen || turn.session.locale !== before.locale
    ? { ...turn, session: { ...turn.session, tentative: undefined } }
    : turn;
}
