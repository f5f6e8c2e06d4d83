/**
 * A turn around a colleague's part. Whoever answers one does so in a session of its own inside theirs, with an instrument
 * of just those questions. Whoever asked is shown what came back.
 */
import { askerTurn } from './asker-turn.ts';
import type { SavedScene, Turn } from './context.ts';
import type { Input } from './input.ts';
import { beginPart, partTurn } from './part-turn.ts';

/** One turn, whoever's part it is. */
export function takeAnyTurn(saved: SavedScene, input: Input): Turn {
  const opened = input.kind === 'resume-code' && input.opened?.kind === 'part' ? input.opened : undefined;
  if (opened) return beginPart(saved, opened);
  const { part } = saved.session;
  return part && input.kind !== 'resume-code' ? partTurn(saved, part, input) : askerTurn(saved, input);
}
