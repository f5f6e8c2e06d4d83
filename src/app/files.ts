/** Wires the files that people save, and the tab of Teams that shows the same result. */
import type { PageAssets } from '../http/page-assets.ts';
import type { Site } from '../http/site.ts';
import { createTeamsTab } from '../http/teams-tab.ts';
import { type SavedFiles, savedFiles } from '../saving/saved-files.ts';
import type { Turns } from '../turns/turns.ts';
import type { Drawing } from './drawing.ts';
import type { Foundation } from './foundation.ts';

export function openFiles(
  base: Foundation,
  { turns, drawing }: { turns: Turns; drawing: Drawing },
): SavedFiles {
  const { config, store, content, log, now } = base;
  return savedFiles({
    keys: drawing.keys,
    addressOf: base.addressOf,
    store,
    turns,
    content,
    render: drawing.context,
    authority: config.authority.name,
    contentDir: config.contentDir,
    now,
    onFailure: error => log.error({ error }, 'a file could not be made'),
    onDefect: drawing.onDefect,
  });
}

interface TabParts {
  readonly drawing: Drawing;
  readonly files: SavedFiles;
  readonly assets: PageAssets;
}

/** Only where Teams has the app, and links lead there. */
export function teamsTab(
  { config, content }: Foundation,
  { drawing, files, assets }: TabParts,
): readonly Site[] {
  const { enabled, teamsAppId } = config.channel;
  if (!enabled || teamsAppId === undefined) return [];
  const { translate } = content;
  const { keys } = drawing;
  const { defaultLocale } = config;
  return [createTeamsTab({ keys, result: files.result, translate, defaultLocale, assets })];
}
