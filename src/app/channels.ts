/** Wires the channels: our own Direct Line for the web, and Bot Framework's where it is set up. */
import type { Bot, BotDependencies } from '../bot/bot.ts';
import { oldestUnsent } from '../bot/oldest-unsent.ts';
import type { Said } from '../conversation/reply.ts';
import { createDirectLine, type DirectLine } from '../directline/direct-line.ts';
import { DEFAULT_LIMITS } from '../directline/limits.ts';
import type { Route } from '../directline/plain-http.ts';
import { messagesRoute } from '../http/messages-route.ts';
import type { ConversationKey } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import type { Drawing } from './drawing.ts';
import { DAY_MS, type Foundation, newName } from './foundation.ts';
import { knownOrigins } from './known-origins.ts';
import { channelWorkbooks } from './workbook-import.ts';

export interface Channels {
  readonly directLine: DirectLine;
  readonly bot: Bot | undefined;
  readonly routes: readonly Route[];
}

export interface ChannelParts {
  readonly turns: Turns;
  readonly drawing: Drawing;
  readonly outside: BotDependencies['outside'];
}

/** Refusals and ended sockets happen all the time: only a failure of ours is an error. */
const LOG_LEVELS = {
  failed: 'error',
  'unreadable-line': 'warn',
  refused: 'debug',
  'stream-cut': 'debug',
} as const;
/** For a trial on one's own machine: every caller has the same address there, and tests call fast. */
const TRIAL_LIMITS = {
  conversationsPerHour: 1_000_000,
  contributionsPerDay: 1_000_000,
  sharesPerDay: 1_000_000,
  activitiesPerMinute: 1_000_000,
  readsPerMinute: 1_000_000,
  socketsPerAddress: 10_000,
  sockets: 10_000,
};

export async function openChannels(base: Foundation, parts: ChannelParts): Promise<Channels> {
  const directLine = ourOwn(base, parts);
  const bot = base.config.channel.enabled ? await botFramework(base, parts) : undefined;
  base.metrics.meter.level('sockets', directLine.sockets);
  if (bot) base.metrics.setOldestUnsent(() => oldestUnsent(base.store, base.now()));
  return { directLine, bot, routes: [...directLine.routes, ...(bot ? [messagesRoute(bot)] : [])] };
}

function ourOwn(base: Foundation, { turns, drawing }: ChannelParts): DirectLine {
  const { config, log, address, secrets, addressOf, purpose, now } = base;
  const { chat, store, server } = config;
  return createDirectLine({
    ...shared(base, turns),
    render: (said: Said, key: ConversationKey) => drawing.draw(said, 'cards', key),
    allowedOrigins: knownOrigins({ address, allowed: chat.allowedOrigins, log, now }),
    sessionTtlMs: store.ttlDays * DAY_MS,
    limits: purpose === 'trial' ? TRIAL_LIMITS : DEFAULT_LIMITS,
    ...(server.publicUrl && { publicUrl: server.publicUrl }),
    secrets: secrets.current,
    addressOf,
    log: event => log[LOG_LEVELS[event.kind]](event, 'directline'),
  });
}

/** The SDK is loaded only here. */
async function botFramework(base: Foundation, { turns, drawing, outside = {} }: ChannelParts): Promise<Bot> {
  const { config, content, log } = base;
  const { credentials, trustedServiceHosts, tenants } = config.channel;
  const { createBot } = await import('../bot/bot.ts');
  return createBot({
    ...shared(base, turns),
    render: drawing.draw,
    apology: (locale, reference) => {
      const text = content.translate(locale)('bot:failed', { reference });
      return [{ type: 'message', locale, textFormat: 'plain', text }];
    },
    credentials,
    trustedServiceHosts,
    tenants,
    retentionDays: config.store.ttlDays,
    workbooks: channelWorkbooks(content),
    log,
    outside,
  });
}

function shared({ config, store, now }: Foundation, turns: Turns) {
  return { turns, store, now, newId: newName, defaultLocale: config.defaultLocale };
}
