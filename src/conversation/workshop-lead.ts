/** What the facilitator does in a conversation: looks, reveals, locks, closes, and hands over. */
import { ballotPart } from '../assessment/workshop/ballot.ts';
import { spreadsOf } from '../assessment/workshop/spread.ts';
import { before, notice, type Scene, say, type Turn } from './context.ts';
import type { Press } from './press.ts';
import type { Seat, Workshop } from './workshop.ts';
import { agreedIn } from './workshop-ballot.ts';
import { ledReply, openedBy } from './workshop-begin.ts';
import { withWorkshop } from './workshop-call.ts';
import { runJudged, takeConsensus } from './workshop-result.ts';

/** A seat that leads. */
interface Leading extends Seat {
  readonly secret: string;
}

/** In a group only who leads it, there or by a press that took it over; elsewhere whoever holds the secret. */
export function leading({ session, by }: Scene, seat: Seat): Leading | undefined {
  const { secret } = seat;
  if (secret === undefined || (session.place === 'group' && seat.by !== by)) return undefined;
  return { ...seat, secret };
}

/** How many have answered; the result, once the group has agreed. */
export function tellAnswered(scene: Scene, { id, secret, ...seat }: Leading): Turn {
  return withWorkshop(scene, { do: 'look', id, secret }, workshop => {
    if (workshop.phase === 'locked') return takeConsensus(scene, workshop);
    return say(scene.session, [ledReply(scene.session, { id, secret, ...seat }, workshop.answered)]);
  });
}

/** Shows how the group has answered, where enough have. */
export function reveal(scene: Scene, seat: Leading): Turn {
  const { id, secret } = seat;
  return withWorkshop(scene, { do: 'reveal', id, secret }, workshop => {
    if (workshop.phase === 'locked') return takeConsensus(scene, workshop);
    return showSpreads(scene, seat, workshop);
  });
}

function showSpreads(scene: Scene, seat: Leading, workshop: Workshop): Turn {
  const { judged, answered, waiting, published, agreed } = workshop;
  const instrument = scene.context.instrument(judged.dialog, judged.version);
  const part = instrument && ballotPart(instrument, judged.at);
  const spreads = instrument && part ? spreadsOf(instrument, part, published) : [];
  if (spreads.length === 0) return notice(scene, 'workshop-too-few');
  return say(scene.session, [
    {
      kind: 'workshop-spread',
      ...openedBy(scene.session, seat),
      answered,
      waiting,
      spreads,
      agreed,
    },
  ]);
}

/** The group has agreed: what was chosen on the card counts, and the answers in the middle for the rest. */
export function lock(scene: Scene, { id, secret, judged }: Leading, press: Press & { do: 'workshop' }): Turn {
  const run = runJudged(scene, judged);
  const agreed = run ? agreedIn(run, judged, press) : {};
  return withWorkshop(scene, { do: 'lock', id, secret, agreed }, workshop => takeConsensus(scene, workshop));
}

/** Takes no more ballots, or takes them again. */
export function closeOrReopen(scene: Scene, { id, secret }: Leading, act: 'close' | 'reopen'): Turn {
  return withWorkshop(scene, { do: act, id, secret }, workshop =>
    workshop.phase === 'locked'
      ? takeConsensus(scene, workshop)
      : notice(scene, act === 'close' ? 'workshop-closed' : 'workshop-reopened'),
  );
}

/** In a chat of one's own: whoever gets the new secret leads, and nothing here does any more. */
export function handOver(scene: Scene, seat: Leading): Turn {
  const { id, secret, code, judged } = seat;
  return withWorkshop(scene, { do: 'hand-over', id, secret }, (_, next) => {
    const session = { ...scene.session, workshop: { id, code, judged, host: true as const } };
    return say(session, [
      { kind: 'workshop-handed', id, code, judged, ...(next !== undefined && { secret: next }) },
    ]);
  });
}

/** In a group, where everybody sees it: whoever presses leads from now on. */
export function takeOver(scene: Scene, seat: Seat): Turn {
  const { session, by } = scene;
  if (session.place !== 'group' || by === undefined || seat.secret === undefined)
    return notice(scene, 'unavailable-here');
  const led = { ...session, workshop: { ...seat, by } };
  return before(notice(scene, 'workshop-taken-over').replies, say(led, [ledReply(led, seat)]));
}
