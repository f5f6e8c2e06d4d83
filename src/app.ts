/** The composition root: reads the content, opens the store, and wires the rooms together. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotDependencies } from './bot/bot.ts';
import { BEAT_MS } from './bot/senders.ts';
import { type Channels, openChannels } from './channels.ts';
import type { Config } from './config.ts';
import { findRoot } from './content/load-content.ts';
import type { ConversationContext } from './conversation/context.ts';
import { conversationContext } from './conversation-context.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { type Foundation, layFoundation, newName } from './foundation.ts';
import { grids } from './grids.ts';
import type { PageAssets } from './http/page-assets.ts';
import { transportSafety } from './http/safety-headers.ts';
import { createHttpServer, type HttpServer } from './http/server.ts';
import type { Site } from './http/site.ts';
import { createTeamsTab } from './http/teams-tab.ts';
import { measuredTurns } from './metrics/measured.ts';
import { PUBLISH_MS } from './metrics/shared-counts.ts';
import { createTelemetry, type Telemetry } from './metrics/telemetry.ts';
import { createPages } from './pages.ts';
import { createPrefilling, type Prefilling } from './prefilling.ts';
import { type SavedFiles, savedFiles } from './saving/saved-files.ts';
import { createTurns } from './turns/process-turn.ts';
import { createResumeCodes } from './turns/resume-codes.ts';
import type { Turns } from './turns/turns.ts';
import { fileImports } from './workbook-import.ts';
import { workshopPage } from './workshop-page.ts';

export interface App {
  /** Starts serving; the address to open. */
  listen(): Promise<string>;
  /** Stops taking requests, lets what is under way end, and closes the store. */
  close(): Promise<void>;
}

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
  { now = Date.now, webFolder = builtWebFolder(), outside = {} }: AppOptions = {},
): Promise<App> {
  const base = await layFoundation(config, now);
  const prefilling = createPrefilling(base);
  const drawing = createDrawing(base, prefilling?.source);
  const context = contextOf(base, drawing, prefilling);
  const turns = openTurns(base, context, prefilling);
  const channels = await openChannels(base, { turns, drawing, outside });
  const { directLine } = channels;
  const files = openFiles(base, { turns, drawing });
  const pages = createPages(base, { drawing, invite: directLine.invite, webFolder });
  const { assets, notFound } = pages;
  const register = prefilling?.lookups;
  const parts = { directLine, turns, render: drawing.context, context, assets, notFound, register };
  const beside = [...grids(base, parts), ...workshopPage(base, parts)];
  const imports = fileImports({
    directLine,
    turns,
    content: base.content,
    defaultLocale: config.defaultLocale,
    now,
    onFailure: error => base.log.error({ error }, 'workbook upload failed'),
  });
  const server = createHttpServer({
    store: base.store,
    clientAddress: base.addressOf,
    routes: channels.routes,
    everywhere: transportSafety(config.server.publicUrl ?? ''),
    notFound,
    sites: [...pages.sites, files, ...teamsTab(base, { drawing, files, assets }), ...beside, ...imports],
    upgrade: directLine.upgrade,
    onFailure: failure => base.log.error(failure, 'request failed'),
  });
  return running(base, { server, channels, files, prefilling });
}

function builtWebFolder(): string {
  return join(findRoot(import.meta.dirname), 'dist', 'web');
}

function openTurns(
  base: Foundation,
  context: ConversationContext,
  prefilling: Prefilling | undefined,
): Turns {
  const { store, metrics, now, config, secrets } = base;
  const { meter } = metrics;
  const turns = createTurns({
    store,
    collectedMs: config.store.collectedDays * DAY_MS,
    keptMs: config.store.keptDays * DAY_MS,
    codes: createResumeCodes(secrets.current),
    keeps: config.store.keptDays > 0 ? 'results' : 'nothing',
    workshopMs: config.store.ttlDays * DAY_MS,
    context,
    register: prefilling?.lookups,
    now,
    count: (event, step = '') => meter.add('events', [event, step]),
  });
  return measuredTurns(turns, meter);
}

/** Nobody is reminded more often than once a week, and where answers are kept for less, they are gone by then. */
function contextOf(
  { config, content }: Foundation,
  drawing: Drawing,
  prefilling: Prefilling | undefined,
): ConversationContext {
  return {
    ...conversationContext(content, drawing.context),
    ...(config.store.ttlDays <= 7 && { reminders: 'unavailable' as const }),
    ...(prefilling && { prefill: prefilling.source }),
  };
}

function openFiles(base: Foundation, { turns, drawing }: { turns: Turns; drawing: Drawing }): SavedFiles {
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
function teamsTab({ config, content }: Foundation, { drawing, files, assets }: TabParts): readonly Site[] {
  const { enabled, teamsAppId } = config.channel;
  if (!enabled || teamsAppId === undefined) return [];
  const { translate } = content;
  const { keys } = drawing;
  const { defaultLocale } = config;
  return [createTeamsTab({ keys, result: files.result, translate, defaultLocale, assets })];
}

const DAY_MS = 86_400_000;
const SWEEP_MS = 60_000;
const REMIND_MS = 5 * 60_000;
/** What orchestrators grant is ten seconds; the sockets' goodbyes and the last deliveries need some of them. */
const DRAIN_MS = 7000;

interface Opened {
  readonly server: HttpServer;
  readonly channels: Channels;
  readonly files: SavedFiles;
  readonly prefilling: Prefilling | undefined;
}

function running(base: Foundation, { server, channels, files, prefilling }: Opened): App {
  const { config, address, store, secrets, metrics } = base;
  const { bot, directLine } = channels;
  const telemetry = telemetryOf(base);
  const endRounds = startRounds(base, { bot, telemetry });
  const beats = setInterval(() => void bot?.beat(), BEAT_MS).unref();
  return {
    async listen() {
      // Before the first reply, or others would take a process they have not heard of for one that is gone.
      await bot?.beat();
      address.port = await server.listen(config.server);
      void bot?.sweep();
      void bot?.remind();
      void metrics.publish();
      return address.publicUrl();
    },
    async close() {
      server.announceStop();
      await sleep(config.server.shutdownDelayMs);
      endRounds();
      secrets.close();
      await server.drain(DRAIN_MS);
      await Promise.all([directLine.close(), metrics.leave(), telemetry?.send()]);
      await server.close();
      await files.close();
      await prefilling?.close();
      clearInterval(beats);
      await bot?.close();
      await store.close();
    },
  };
}

/** Undefined where the settings name no collector. */
function telemetryOf({ config, metrics, now, log }: Foundation): Telemetry | undefined {
  return (
    config.telemetry &&
    createTelemetry({
      ...config.telemetry,
      meter: metrics.meter,
      instance: newName(),
      now,
      onTrouble: reason => log.warn({ code: 'telemetry-not-taken', reason }, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
    })
  );
}

/** What is done again and again while the server runs; the returned function ends it. */
function startRounds(
  { metrics, config }: Foundation,
  { bot, telemetry }: { bot: Channels['bot']; telemetry: Telemetry | undefined },
): () => void {
  const rounds = [
    setInterval(() => void bot?.sweep(), SWEEP_MS),
    setInterval(() => void bot?.remind(), REMIND_MS),
    setInterval(() => void metrics.publish(), PUBLISH_MS),
    ...(config.telemetry ? [setInterval(() => void telemetry?.send(), config.telemetry.intervalMs)] : []),
  ];
  for (const round of rounds) round.unref();
  return () => rounds.forEach(clearInterval);
}
