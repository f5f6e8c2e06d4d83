import { takeArrived } from './asking-colleagues.ts';
import { before, type SavedScene, type Turn } from './context.ts';
import type { Input } from './input.ts';
import { runOf } from './moving.ts';
import { refOf } from './place.ts';
import type { Reply } from './reply.ts';
import { takeTurn } from './turn.ts';

/** A turn of whoever asked colleagues: what came back is told before the summary and before the result. */
export function askerTurn(saved: SavedScene, input: Input): Turn {
  const turn = takeTurn(saved, input);
  const shows = turn.replies.find(({ kind }) => kind === 'summary' || kind === 'result');
  const dialog = shows && 'dialog' in shows ? shows.dialog : undefined;
  const asked = saved.session.parts?.filter(part => part.dialog === dialog) ?? [];
  if (asked.length === 0 || !saved.context.arrived) return turn;
  const arrived = saved.context.arrived();
  if (!arrived)
    return {
      ...turn,
      effects: [...turn.effects, { kind: 'parts-answered', keys: asked.map(({ key }) => key) }],
    };
  const run = runOf({ ...saved, session: { ...turn.session, active: dialog } })?.scene;
  const taken = run && takeArrived(run, arrived);
  if (!run || !taken || taken.said.length === 0) return turn;
  const told: Reply = {
    kind: 'colleagues-said',
    ...refOf(run.instrument),
    rows: [...taken.said],
    names: taken.scene.run.answers,
  };
  if (taken.scene === run) return before([told], turn);
  // With what was taken over the same is shown anew.
  const again = takeTurn({ ...saved, session: taken.scene.session }, showing(shows));
  const rest = turn.replies.filter(one => one.kind !== 'summary' && one.kind !== 'result');
  return {
    session: again.session,
    replies: [...rest, told, ...again.replies],
    effects: [...turn.effects, ...again.effects],
  };
}

function showing(shown: Reply | undefined): Input {
  const name = shown?.kind === 'summary' ? 'summary' : 'finish';
  return { kind: 'press', press: { do: 'command', name } };
}
