/** The composition root, a table of contents: the rooms in the order in which they are wired together. */
import { join } from 'node:path';
import { openChannels } from './app/channels.ts';
import { createDrawing } from './app/drawing.ts';
import { openFiles, teamsTab } from './app/files.ts';
import { layFoundation } from './app/foundation.ts';
import { grids } from './app/grids.ts';
import { createPages } from './app/pages.ts';
import { createPrefilling } from './app/prefilling.ts';
import { type App, running } from './app/running.ts';
import { contextOf, openTurns } from './app/turns.ts';
import { fileImports } from './app/workbook-import.ts';
import { workshopPage } from './app/workshop-page.ts';
import type { BotDependencies } from './bot/bot.ts';
import type { Config } from './config.ts';
import { findRoot } from './content/load-content.ts';
import { transportSafety } from './http/safety-headers.ts';
import { createHttpServer } from './http/server.ts';

export type { App } from './app/running.ts';

export interface AppOptions {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Folder of the built browser files. */
  readonly webFolder?: string;
  /** Stands in for the network of Bot Framework channels; no setting can. */
  readonly outside?: BotDependencies['outside'];
}

/** Builds everything from the settings; nothing listens yet. Throws what is wrong with the content or the store. */
export async function createApp(
  config: Config,
  {
    now = Date.now,
    webFolder = join(findRoot(import.meta.dirname), 'dist', 'web'),
    outside = {},
  }: AppOptions = {},
): Promise<App> {
  const base = await layFoundation(config, now);
  const prefilling = createPrefilling(base);
  const drawing = createDrawing(base, prefilling?.source);
  const context = contextOf(base, drawing, prefilling);
  const turns = openTurns(base, context, prefilling);
  const channels = await openChannels(base, { turns, drawing, outside });
  const { directLine } = channels;
  const files = openFiles(base, { turns, drawing });
  const pages = createPages(base, { drawing, files, invite: directLine.invite, webFolder });
  const { assets, notFound } = pages;
  const register = prefilling?.lookups;
  const parts = { directLine, turns, render: drawing.context, context, assets, notFound, register };
  const server = createHttpServer({
    store: base.store,
    clientAddress: base.addressOf,
    routes: channels.routes,
    everywhere: transportSafety(config.server.publicUrl ?? ''),
    notFound,
    sites: [
      ...pages.sites,
      files,
      ...teamsTab(base, { drawing, files, assets }),
      ...grids(base, parts),
      ...workshopPage(base, parts),
      ...fileImports(base, parts),
    ],
    upgrade: directLine.upgrade,
    onFailure: failure => base.log.error(failure, 'request failed'),
  });
  return running(base, { server, channels, files, prefilling, turns });
}
