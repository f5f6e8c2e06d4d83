/** What is kept for longer than the conversation, as far as a turn may look at it. */
import { type Scene, say, type Turn } from './context.ts';
import type { KeptAssessment, KeptFound } from './kept.ts';

/** Undefined where nothing can be looked at; `to-load`: the turn has to be run again with it. */
export function keptFound({ context, session }: Scene): KeptFound | 'to-load' | undefined {
  const known = session.kept !== undefined || context.person !== undefined;
  return known && context.kept ? (context.kept() ?? 'to-load') : undefined;
}

/** The turn that asks for what is kept, and is then run again with it. */
export function recall({ session }: Pick<Scene, 'session'>): Turn {
  return say(session, [], [{ kind: 'recall' }]);
}

/** Everything that is kept of this conversation and its person. */
export function allKept(scene: Scene): readonly KeptAssessment[] {
  const found = keptFound(scene);
  return found === 'to-load' || found === undefined ? [] : allOf(found);
}

/** Names of what would stay kept after this conversation is erased; `to-load` where that is not known yet. */
export function namesKept(scene: Scene): readonly string[] | 'to-load' {
  return keptFound(scene) === 'to-load' ? 'to-load' : allKept(scene).map(({ name }) => name);
}

function allOf({ current, own }: KeptFound): readonly KeptAssessment[] {
  return current && !own.some(({ key }) => key === current.key) ? [current, ...own] : own;
}
