/** What something of ours means, said to whoever asks for it by its name. */
import { namesIn } from '../assessment/names-in.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Intent } from './intent.ts';
import { refOf } from './place.ts';

/** What a card asks and why, with the names of what people added. */
export function explainCard({ session, run, instrument }: RunScene, step: string): Turn {
  const names = namesIn(run.answers);
  return say(session, [{ kind: 'explanation', step, names, ...refOf(instrument) }]);
}

/** "Mitä tarkoittaa vireillepano?": explained wherever it is asked. Undefined when nothing of ours is named. */
export function explainNamed(
  scene: Scene,
  run: RunScene | undefined,
  { name, text }: Intent & { kind: 'command' },
): Turn | undefined {
  return name === 'why' && text !== undefined ? explanationIn(scene, run, text) : undefined;
}

/**
 * "Mikä on käyttöaste": what could not be read and names something of ours is explained where nothing is asked; beside
 * a question it may be a clumsy answer, unless it ends in a question mark.
 */
export function explainAsked(scene: Scene, run: RunScene | undefined, text: string): Turn | undefined {
  const asks = text.trim().endsWith('?') || scene.session.pending === undefined;
  return asks ? explanationIn(scene, run, text) : undefined;
}

function explanationIn(
  { context, session }: Scene,
  run: RunScene | undefined,
  text: string,
): Turn | undefined {
  const dialogs = [...(run ? [run.run.dialog] : []), ...context.offered];
  for (const dialog of new Set(dialogs)) {
    const instrument = dialog === run?.run.dialog ? run.instrument : context.current(dialog);
    const step = instrument && context.findCard(text, instrument);
    if (instrument && step !== undefined) {
      const names = run ? namesIn(run.run.answers) : {};
      return say(session, [{ kind: 'explanation', step, names, ...refOf(instrument) }]);
    }
  }
  return undefined;
}
