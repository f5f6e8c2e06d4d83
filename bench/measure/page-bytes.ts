import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a visitor downloads, compressed: bytes by file. */
export async function pageBytes(webFolder: string, address: string): Promise<Record<string, number>> {
  const html = await (await fetch(`${address}/`)).arrayBuffer();
  const assets = readdirSync(join(webFolder, 'assets')).filter(name => name.endsWith('.br'));
  const sizes = assets.map(name => [
    name.replace(/-[0-9a-f]{10}|\.br$/g, ''),
    statSync(join(webFolder, 'assets', name)).size,
  ]);
  const widget = statSync(join(webFolder, 'widget.js.gz')).size;
  return {
    'page (html, uncompressed)': html.byteLength,
    ...Object.fromEntries(sizes),
    'widget.js (gzip)': widget,
  };
}
