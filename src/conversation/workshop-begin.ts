/** A workshop is begun on a part of an instrument, or joined by its code. */

import { chosenOf } from '../assessment/chosen-of.ts';
import { type BallotPart, ballotParts, partKey } from '../assessment/workshop/ballot.ts';
import { notice, type RunScene, type Scene, say, type Turn } from './context.ts';
import { currentCard } from './place.ts';
import type { Reply } from './reply.ts';
import type { Judged, Seat, Workshop } from './workshop.ts';
import { withWorkshop } from './workshop-call.ts';
import { showGroupResult } from './workshop-result.ts';

/** Asks what is to be judged; the part that is in hand is proposed. */
export function chooseJudged(scene: Scene, run: RunScene | undefined): Turn {
  const parts = judgedHere(scene);
  if (parts.length === 0) return notice(scene, 'unavailable-here');
  const keys = parts.map(judgedKey);
  const inHand = run && keysInHand(run).find(key => keys.includes(key));
  return say(scene.session, [
    { kind: 'workshop-choice', parts, ...(inHand !== undefined && { value: inHand }) },
  ]);
}

/** How a form names a part: the instrument, and the items on the way. */
export function judgedKey({ dialog, at }: Judged): string {
  return `${dialog}/${partKey(at)}`;
}

/** More than these are too many to choose from; then only what was chosen in the run is offered. */
const FEW = 12;

function judgedHere({ context, session }: Scene): Judged[] {
  return context.offered.flatMap(dialog => {
    const instrument = context.current(dialog);
    if (!instrument) return [];
    const parts = ballotParts(instrument);
    const answers = session.runs[dialog]?.answers ?? {};
    const isChosen = ({ at }: BallotPart) =>
      at.every(({ list, item }) => {
        const chosen = chosenOf(instrument, list, answers);
        return chosen.length === 0 || chosen.includes(item);
      });
    const offered = parts.length > FEW ? parts.filter(isChosen) : parts;
    return offered.map(({ at }) => ({ dialog, version: instrument.version, at }));
  });
}

/** The part of the card that is open, the innermost first. */
function keysInHand(run: RunScene): string[] {
  const { dialog } = run.run;
  const at = currentCard(run)?.at ?? [];
  return at
    .map((_, index) => at.slice(0, at.length - index))
    .concat([[]])
    .map(places => judgedKey({ dialog, version: '', at: places }));
}

/** Begins it. In a group the ballot comes at once: whoever is there presses the same card. */
export function beginWorkshop(scene: Scene, what: string | undefined): Turn {
  const judged = judgedHere(scene).find(one => judgedKey(one) === what);
  if (!judged) return notice(scene, 'unavailable-here');
  return withWorkshop(scene, { do: 'open', judged }, (workshop, secret) => {
    const seat: Seat = {
      ...seatIn(workshop),
      host: true,
      ...(secret !== undefined && { secret }),
      ...(scene.by !== undefined && { by: scene.by }),
    };
    const session = { ...scene.session, workshop: seat };
    const group = session.place === 'group';
    return say(
      session,
      [ledReply(session, seat, workshop.answered), ...(group ? [ballotReply(session, seat)] : [])],
      [{ kind: 'count', counter: 'workshop' }],
    );
  });
}

/** Takes part in the workshop with this code. Who leads one leaves it first, or its reins would be lost. */
export function joinWorkshop(scene: Scene, code: string): Turn {
  const { workshop: seat } = scene.session;
  if (seat?.code === code) return takeSeat(scene, seat);
  if (seat?.secret !== undefined) return notice(scene, 'workshop-leading');
  if (scene.session.place === 'group') return notice(scene, 'workshop-alone');
  return withWorkshop(scene, { do: 'join', code }, workshop => {
    const session = { ...scene.session, workshop: seatIn(workshop) };
    return sit({ ...scene, session }, workshop);
  });
}

/** The ballot of the workshop one is in, or what came of it. */
export function takeSeat(scene: Scene, { id }: Seat): Turn {
  return withWorkshop(scene, { do: 'look', id }, workshop => sit(scene, workshop));
}

function sit(scene: Scene, workshop: Workshop): Turn {
  if (workshop.phase === 'locked') return showGroupResult(scene, workshop);
  if (workshop.phase === 'closed') return notice(scene, 'workshop-closed');
  return say(scene.session, [ballotReply(scene.session, seatIn(workshop))]);
}

function seatIn({ id, code, judged }: Workshop): Seat {
  return { id, code, judged };
}

/** How a workshop is joined and led. */
export function ledReply(session: Scene['session'], seat: Seat, answered?: number): Reply {
  return {
    kind: 'workshop-led',
    ...openedBy(session, seat),
    ...(answered !== undefined && { answered }),
  };
}

/** The ballot, which everybody fills in alone. */
export function ballotReply(session: Scene['session'], { id, code, judged }: Seat): Reply {
  return { kind: 'workshop-ballot', id, code, judged, ...(session.place === 'group' && { shared: true }) };
}

/**
 * What a card is told of a workshop. In a group everybody sees the card, so the secret is not on it: whoever leads is
 * known there by who presses its buttons.
 */
export function openedBy({ place }: Scene['session'], { id, code, judged, secret }: Seat) {
  const shared = place === 'group';
  return {
    id,
    code,
    judged,
    ...(shared && { shared: true as const }),
    ...(!shared && secret !== undefined && { secret }),
  };
}

/** The cards of a workshop whose buttons can be pressed in words. */
export function workshopCards(session: Scene['session'], seat: Seat): readonly Reply[] {
  const { id, code, judged } = seat;
  return [...(seat.host ? [ledReply(session, seat)] : []), { kind: 'workshop-noted', id, code, judged }];
}
