/** What is done about workshops in a conversation, by a word or by a button. */
import { notice, type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Press } from './press.ts';
import type { Seat } from './workshop.ts';
import { ballotIn } from './workshop-ballot.ts';
import { beginWorkshop, chooseJudged, joinWorkshop, takeSeat } from './workshop-begin.ts';
import { withAnswer, withWorkshop } from './workshop-call.ts';
import { closeOrReopen, handOver, leading, lock, reveal, takeOver, tellAnswered } from './workshop-lead.ts';
import { showGroupResult, takeConsensus } from './workshop-result.ts';

type WorkshopPress = Press & { do: 'workshop' };

/** "Työpaja": the one that is led or taken part in, or another one. */
export function aboutWorkshop(scene: Scene, run: RunScene | undefined): Turn {
  const { workshop: seat } = scene.session;
  if (!seat) return chooseJudged(scene, run);
  return withAnswer(scene, { do: 'look', id: seat.id }, answer => {
    const over = answer.kind !== 'workshop' || answer.workshop.phase === 'locked';
    if (over) return chooseJudged(scene, run);
    const led = leading(scene, seat);
    return led || scene.session.place === 'group' ? look(scene, seat) : takeSeat(scene, seat);
  });
}

/** A button of a workshop's cards. */
export function pressedInWorkshop(scene: Scene, run: RunScene | undefined, press: WorkshopPress): Turn {
  const { workshop: seat } = scene.session;
  const { act, what } = press;
  if (act === 'start') return what === undefined ? chooseJudged(scene, run) : beginWorkshop(scene, what);
  if (act === 'join' && what !== undefined) return joinWorkshop(scene, what);
  if (!seat || (press.id !== undefined && press.id !== seat.id)) return notice(scene, 'workshop-none');
  return actInSeat(scene, seat, press);
}

function actInSeat(scene: Scene, seat: Seat, press: WorkshopPress): Turn {
  switch (press.act) {
    case 'cast':
      return cast(scene, seat, press);
    case 'result':
      return result(scene, seat);
    case 'take-over':
      return takeOver(scene, seat);
    case 'leave':
      return leave(scene, seat);
    case 'look':
      return look(scene, seat);
    case 'reveal':
    case 'lock':
    case 'close':
    case 'reopen':
    case 'hand-over':
      return lead(scene, seat, press);
    default:
      return takeSeat(scene, seat);
  }
}

function lead(scene: Scene, seat: Seat, press: WorkshopPress): Turn {
  const led = leading(scene, seat);
  if (!led) return notice(scene, 'workshop-not-yours');
  switch (press.act) {
    case 'reveal':
      return reveal(scene, led);
    case 'lock':
      return lock(scene, led, press);
    case 'hand-over':
      // Before a group it is taken over, in the sight of all.
      return scene.session.place === 'group' ? notice(scene, 'unavailable-here') : handOver(scene, led);
    default:
      return closeOrReopen(scene, led, press.act === 'close' ? 'close' : 'reopen');
  }
}

/** How many have answered; everybody in a group may ask for that. */
function look(scene: Scene, seat: Seat): Turn {
  const { secret } = seat;
  return secret === undefined ? takeSeat(scene, seat) : tellAnswered(scene, { ...seat, secret });
}

/** Nothing of a ballot stays in the conversation, so nobody can see there how it was answered. */
function cast(scene: Scene, seat: Seat, press: WorkshopPress): Turn {
  const { id, code, judged } = seat;
  const instrument = scene.context.instrument(judged.dialog, judged.version);
  const answers = instrument && ballotIn(instrument, judged, press);
  if (!answers) return notice(scene, 'workshop-empty');
  return withAnswer(scene, { do: 'cast', id, answers }, answer => {
    if (answer.kind === 'taken') return say(scene.session, [{ kind: 'workshop-noted', id, code, judged }]);
    return answer.kind === 'over' ? notice(scene, 'workshop-over') : notice(scene, 'workshop-unknown');
  });
}

/** Here it becomes a run where it was begun; everybody else is shown it. */
function result(scene: Scene, seat: Seat): Turn {
  return withWorkshop(scene, { do: 'look', id: seat.id }, workshop => {
    if (workshop.phase !== 'locked') return notice(scene, 'workshop-open');
    return seat.host ? takeConsensus(scene, workshop) : showGroupResult(scene, workshop);
  });
}

function leave(scene: Scene, seat: Seat): Turn {
  const left = say({ ...scene.session, workshop: undefined }, [{ kind: 'notice', notice: 'workshop-left' }]);
  return scene.session.place === 'group'
    ? left
    : withAnswer(scene, { do: 'withdraw', id: seat.id }, () => left);
}
