import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * The browser's files as the build named them. A name holds a hash of the content, so all of `/assets/` may be
 * cached for ever; `/widget.js` keeps its name, since other sites refer to it, and must be asked for anew.
 */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** Draws Adaptive Cards; fetched by the script. */
  readonly cards: string;
  /** The source of the small script inside the page. */
  readonly boot: string;
  readonly icon: string;
  /** Of the tab in Teams. */
  readonly tab: string;
  /** Of the page with many fields beside the chat. */
  readonly grid: string;
  readonly gridStyle: string;
  /** Of the page that leads a workshop. */
  readonly workshop: string;
  readonly workshopStyle: string;
}

const manifestSchema = z.object({
  'page.js': z.string(),
  'page.css': z.string(),
  'cards.js': z.string(),
  'boot.js': z.string(),
  'icon.svg': z.string(),
  'tab.js': z.string(),
  'grid.js': z.string(),
  'grid.css': z.string(),
  'workshop.js': z.string(),
  'workshop.css': z.string(),
});

/**
 * The names from `manifest.json` in the built web folder, read when the server starts: a new build comes with a new
 * start, as it does while somebody works on the page. Throws when the build is missing.
 */
export function pageAssets(webFolder: string): PageAssets {
  return parseManifest(webFolder, readFileSync(join(webFolder, 'manifest.json'), 'utf8'));
}

function parseManifest(folder: string, json: string): PageAssets {
  const names = manifestSchema.parse(JSON.parse(json));
  return {
    script: `/assets/${names['page.js']}`,
    style: `/assets/${names['page.css']}`,
    cards: `/assets/${names['cards.js']}`,
    boot: readFileSync(join(folder, 'assets', names['boot.js']), 'utf8').trim(),
    icon: `/assets/${names['icon.svg']}`,
    tab: `/assets/${names['tab.js']}`,
    grid: `/assets/${names['grid.js']}`,
    gridStyle: `/assets/${names['grid.css']}`,
    workshop: `/assets/${names['workshop.js']}`,
    workshopStyle: `/assets/${names['workshop.css']}`,
  };
}
