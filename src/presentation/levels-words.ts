import type { Translate } from '../conversation/translate.ts';

/**
 * What is said of levels as a whole, in the words of the instrument where it calls them something of its own
 * ("näkökulma"); else by a neutral word. `part`: `axis` is the heading over the names of what has levels.
 */
export function levelsWords(
  t: Translate,
  dialog: string,
  part: 'axis' | 'spread' | 'picture' | 'alt',
): string {
  const own = `${dialog}:outcome.${part}`;
  return t.has(own) ? own : `bot:profile.${part}`;
}
