import { LRUCache } from 'lru-cache';
import { toPng } from './to-png.ts';

/** Pictures of a kind that are kept, some 50 KB each: more than there are stairs (90), and those asked for last of the others. */
const KEPT = 100;

/**
 * Draws each picture as PNG, 960 px wide, when it is first asked for, and keeps those asked for last under their paths.
 * One that could not be drawn is tried again for the next person.
 */
export function createPngCache(): (path: string, svg: () => string) => Promise<Buffer> {
  const drawn = new LRUCache<string, Promise<Buffer>>({ max: KEPT });
  return (path, svg) => {
    const known = drawn.get(path);
    if (known) return known;
    const drawing = toPng(svg());
    drawn.set(path, drawing);
    drawing.catch(() => drawn.delete(path));
    return drawing;
  };
}
