/** The composition root: reads the content, opens the store, and wires the rooms together. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createAddress } from './address.ts';
import { type BotDependencies, createBot } from './bot/bot.ts';
import type { Config } from './config.ts';
import { type Content, findRoot, loadContent } from './content/load-content.ts';
import type { ConversationContext } from './conversation/context.ts';
import type { Said } from './conversation/reply.ts';
import { createCounters } from './counters.ts';
import { createDirectLine } from './directline/direct-line.ts';
import { DEFAULT_LIMITS } from './directline/limits.ts';
import { messagesRoute } from './http/messages-route.ts';
import { createHttpServer } from './http/server.ts';
import { createSite } from './http/site.ts';
import { createLog } from './log.ts';
import { openCheckedStore } from './open-checked-store.ts';
import type { OutgoingActivity } from './presentation/activity.ts';
import type { Screen } from './presentation/context.ts';
import { readStairPictureName } from './presentation/picture/stair-picture-path.ts';
import { stairPictures } from './presentation/picture/stair-pictures.ts';
import { render } from './presentation/render.ts';
import { createTurns } from './turns/process-turn.ts';

export interface App {
  /** Starts serving; the address to open. */
  listen(): Promise<string>;
  /** Stops taking requests, lets what is under way end, and closes the store. */
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const SWEEP_MS = 60_000;

/** Builds everything from the settings; nothing listens yet. Throws what is wrong with the content or the store. */
export async function createApp(
  config: Config,
  { now = Date.now }: { now?: () => number } = {},
): Promise<App> {
  const log = createLog(config.logLevel);
  const content = loadContent();
  const store = await openCheckedStore(config, { log, now });
  const { count } = createCounters();
  const address = createAddress(config.server);
  const turns = createTurns({ store, context: conversationContext(content), now, count });
  const draw = renderer(config, content, address.publicUrl);
  const channel = { turns, store, now, newId: newName, defaultLocale: config.defaultLocale };
  const directLine = createDirectLine({
    ...channel,
    render: said => draw(said, 'cards'),
    secret: config.chat.tokenSecret ?? (await store.shared('chat-token-secret', newName)),
    allowedOrigins: origin => address.isOwn(origin) || config.chat.allowedOrigins.includes(origin),
    sessionTtlMs: config.store.ttlDays * DAY_MS,
    limits: config.mode === 'production' ? DEFAULT_LIMITS : TRIAL_LIMITS,
    log: event => log.warn(event, 'directline'),
    ...(config.server.publicUrl && { publicUrl: config.server.publicUrl }),
  });
  const bot = config.channel.enabled
    ? createBot({ ...channel, ...botSettings(config, { content, draw }), log })
    : undefined;
  const server = createHttpServer({
    store,
    routes: [...directLine.routes, ...(bot ? [messagesRoute(bot)] : [])],
    site: site(config, content),
    upgrade: directLine.upgrade,
    onFailure: failure => log.error(failure, 'request failed'),
  });
  const sweeps = setInterval(() => void bot?.sweep(), SWEEP_MS).unref();
  return {
    async listen() {
      address.port = await server.listen(config.server);
      void bot?.sweep();
      return address.publicUrl();
    },
    async close() {
      clearInterval(sweeps);
      await directLine.close();
      await server.close();
      await bot?.close();
      await store.close();
    },
  };
}

/** On one's own machine every caller has the same address, and tests call fast. */
const TRIAL_LIMITS = {
  conversationsPerHour: 1_000_000,
  activitiesPerMinute: 1_000_000,
  readsPerMinute: 1_000_000,
  socketsPerAddress: 10_000,
  sockets: 10_000,
};

/** 144 random bits as letters, digits, `-` and `_`. */
function newName(): string {
  return randomBytes(24).toString('base64url');
}

function conversationContext({ current, definition, actions }: Content): ConversationContext {
  return { current, definition, actions, understand: () => ({ kind: 'reprompt' }) };
}

type Draw = (said: Said, screen: Screen) => OutgoingActivity[];

function renderer({ authority, store }: Config, content: Content, publicUrl: () => string): Draw {
  const context = {
    translate: content.translate,
    definition: content.definition,
    actions: content.actions,
    contact: authority.contact,
    retentionDays: store.ttlDays,
    get publicUrl() {
      return publicUrl();
    },
  };
  return (said, screen) => render(said, screen, context);
}

function botSettings(
  { channel }: Config,
  { content, draw }: { content: Content; draw: Draw },
): Pick<BotDependencies, 'render' | 'apology' | 'credentials' | 'trustedServiceHosts'> {
  return {
    render: draw,
    apology: (locale, reference) => [
      { type: 'message', locale, text: content.translate(locale)('bot:failed', { reference }) },
    ],
    credentials: channel.credentials,
    trustedServiceHosts: channel.trustedServiceHosts,
  };
}

function site(config: Config, content: Content) {
  const draw = stairPictures(content.translate);
  return createSite({
    webFolder: join(findRoot(import.meta.dirname), 'dist', 'web'),
    translate: content.translate,
    authority: config.authority.name,
    contact: config.authority.contact,
    links: [],
    defaultLocale: config.defaultLocale,
    allowedOrigins: config.chat.allowedOrigins,
    stairPicture: name => {
      const picture = readStairPictureName(name);
      return picture && draw(picture);
    },
  });
}
