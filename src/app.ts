/** The composition root: reads the content, opens the store, and wires the rooms together. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Address, createAddress } from './address.ts';
import { cardSteps } from './assessment/definition.ts';
import type { BotDependencies } from './bot/bot.ts';
import { isLoopback } from './bot/service-hosts.ts';
import type { Config } from './config.ts';
import { type Content, findRoot, loadContent } from './content/load-content.ts';
import { describeProblem } from './content/problem.ts';
import { loadVocabularies } from './content/vocabulary.ts';
import type { ConversationContext } from './conversation/context.ts';
import type { Said } from './conversation/reply.ts';
import { createUnderstanding } from './conversation/understanding/understanding.ts';
import { type Counters, createCounters } from './counters.ts';
import { CHANNEL } from './directline/conversation-key.ts';
import { createDirectLine, type DirectLine } from './directline/direct-line.ts';
import { DEFAULT_LIMITS } from './directline/limits.ts';
import { createSealer } from './directline/sealed-token.ts';
import { type ClientAddress, clientAddress } from './http/client-address.ts';
import { createFileKeys, type FileKeys } from './http/file-keys.ts';
import { createInfoPages, INFO_LINKS } from './http/info-pages.ts';
import { messagesRoute } from './http/messages-route.ts';
import { createNotFound, type NotFound } from './http/not-found.ts';
import { transportSafety } from './http/safety-headers.ts';
import { createHttpServer } from './http/server.ts';
import { createSite } from './http/site.ts';
import { createStaff } from './http/staff.ts';
import { createLog } from './log.ts';
import { openCheckedStore } from './open-checked-store.ts';
import type { OutgoingActivity } from './presentation/activity.ts';
import { createCardFinder } from './presentation/card-finder.ts';
import type { RenderContext, Screen } from './presentation/context.ts';
import { createLabelReader } from './presentation/label-reader.ts';
import { readStairPictureName } from './presentation/picture/stair-picture-path.ts';
import { stairPictures } from './presentation/picture/stair-pictures.ts';
import { render } from './presentation/render.ts';
import { greeting } from './presentation/replies/greeting.ts';
import { voiceOf } from './presentation/voice.ts';
import { savedFiles } from './saving/saved-files.ts';
import type { ConversationKey } from './store/port.ts';
import { createTurns } from './turns/process-turn.ts';
import { channelWorkbooks, fileImports } from './workbook-import.ts';

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

const DAY_MS = 86_400_000;
const SWEEP_MS = 60_000;
/** What orchestrators grant is ten seconds; the sockets' goodbyes and the last deliveries need some of them. */
const DRAIN_MS = 7000;
const REMIND_MS = 5 * 60_000;
/** Refusals and ended sockets are everyday. */
const LOG_LEVELS = {
  failed: 'error',
  'unreadable-line': 'warn',
  refused: 'debug',
  'stream-cut': 'debug',
} as const;
/** On one's own machine every caller has the same address, and tests call fast. */
const TRIAL_LIMITS = {
  conversationsPerHour: 1_000_000,
  activitiesPerMinute: 1_000_000,
  readsPerMinute: 1_000_000,
  socketsPerAddress: 10_000,
  sockets: 10_000,
};

/** Builds everything from the settings; nothing listens yet. Throws what is wrong with the content or the store. */
export async function createApp(
  config: Config,
  { now = Date.now, webFolder = builtWebFolder(), outside = {} }: AppOptions = {},
): Promise<App> {
  const log = createLog(config.logLevel);
  const content = loadContent({ own: config.contentDir });
  for (const problem of content.leftOut) log.error({ problem: describeProblem(problem) }, 'content left out');
  const store = await openCheckedStore(config, { log, now });
  const secret = config.chat.tokenSecret ?? (await store.shared('chat-token-secret', newName));
  const counters = createCounters();
  const address = createAddress(config.server);
  const addressOf = clientAddress(config.server.trustedProxies);
  const onDefect = (error: unknown, reference = newName().slice(0, 12)) => {
    log.error({ reference, error }, 'a reply could not be drawn');
    return reference;
  };
  const context = renderContext(config, content, { address, onDefect });
  const turns = createTurns({
    store,
    context: {
      ...conversationContext(config, content),
      findPress: createLabelReader(context, content.mayBeText),
      findCard: createCardFinder(context),
    },
    now,
    count: counters.count,
  });
  if (config.mode !== 'production' && !isTrial(config))
    log.warn('Reached from other machines without NODE_ENV=production: the limits are those of production');
  const keys = createFileKeys(createSealer(secret), now);
  const draw: Draw = (said, screen, key) =>
    render(said, screen, said.reply.kind === 'files' ? withFiles(context, { keys, key }) : context);
  const channel = { turns, store, now, newId: newName, defaultLocale: config.defaultLocale };
  const directLine = createDirectLine({
    ...channel,
    ...directLineSettings(config, { address, draw }),
    secret,
    addressOf,
    log: event => log[LOG_LEVELS[event.kind]](event, 'directline'),
  });
  const bot = config.channel.enabled
    ? (await import('./bot/bot.ts')).createBot({
        ...channel,
        ...botSettings(config, { content, draw }),
        workbooks: channelWorkbooks(content),
        log,
        outside,
      })
    : undefined;
  const files = savedFiles({
    keys,
    store,
    turns,
    content,
    render: context,
    authority: config.authority.name,
    contentDir: config.contentDir,
    now,
    onFailure: error => log.error({ error }, 'a file could not be made'),
    onDefect,
  });
  const notFound = createNotFound({
    webFolder,
    translate: content.translate,
    defaultLocale: config.defaultLocale,
    authority: config.authority.name,
    links: INFO_LINKS,
  });
  const server = createHttpServer({
    store,
    clientAddress: addressOf,
    routes: [...directLine.routes, ...(bot ? [messagesRoute(bot)] : [])],
    everywhere: transportSafety(config.server.publicUrl ?? ''),
    notFound,
    sites: [
      site(config, content, { webFolder, address, notFound, context, invite: directLine.invite }),
      infoPages(config, content, { address, webFolder }),
      files,
      ...fileImports({
        directLine,
        turns,
        content,
        defaultLocale: config.defaultLocale,
        now,
        onFailure: error => log.error({ error }, 'workbook upload failed'),
      }),
      staff(config, content, { counts: counters, clientAddress: addressOf, now }),
    ],
    upgrade: directLine.upgrade,
    onFailure: failure => log.error(failure, 'request failed'),
  });
  const sweeps = setInterval(() => void bot?.sweep(), SWEEP_MS).unref();
  const reminders = setInterval(() => void bot?.remind(), REMIND_MS).unref();
  return {
    async listen() {
      address.port = await server.listen(config.server);
      void bot?.sweep();
      void bot?.remind();
      return address.publicUrl();
    },
    async close() {
      clearInterval(sweeps);
      clearInterval(reminders);
      await server.drain(DRAIN_MS);
      await directLine.close();
      await server.close();
      await files.close();
      await bot?.close();
      await store.close();
    },
  };
}

function builtWebFolder(): string {
  return join(findRoot(import.meta.dirname), 'dist', 'web');
}

/** 192 random bits as letters, digits, `-` and `_`. */
function newName(): string {
  return randomBytes(24).toString('base64url');
}

function conversationContext(
  { store }: Config,
  content: Content,
): Omit<ConversationContext, 'findPress' | 'findCard'> {
  const { current, definition, definitions, actions, naming } = content;
  return {
    offered: definitions.map(({ id }) => id),
    naming,
    current,
    definition,
    actions,
    // Nobody is reminded more often than once a week, and by then these answers are gone.
    ...(store.ttlDays <= 7 && { reminders: 'unavailable' as const }),
    understand: createUnderstanding(
      loadVocabularies(join(findRoot(import.meta.dirname), 'locales')),
      content.called,
    ),
  };
}

type Draw = (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];

interface RenderParts {
  readonly address: Address;
  readonly onDefect: (error: unknown) => string;
}

function renderContext(
  { authority, store }: Config,
  content: Content,
  { address, onDefect }: RenderParts,
): RenderContext {
  return {
    onDefect,
    translate: content.translate,
    definition: content.definition,
    actions: content.actions,
    offered: content.definitions.map(({ id }) => id),
    contact: authority.contact,
    retentionDays: store.ttlDays,
    get publicUrl() {
      return address.publicUrl();
    },
  };
}

/**
 * Adds the links to this conversation's own files. A link is signed only when a reply shows it. Only our own chat keeps
 * what was said: elsewhere the channel does, and a link to it would open nothing.
 */
function withFiles(
  context: RenderContext,
  { keys, key }: { keys: FileKeys; key: ConversationKey },
): RenderContext {
  const names = { transcript: 'conversation', result: 'result', workbook: 'workbook' };
  const fileLink: RenderContext['fileLink'] = (what, format) => {
    if (what === 'transcript' && key.channel !== CHANNEL) return undefined;
    return `${context.publicUrl}/files/${names[what]}.${format}?key=${keys.issue(key)}`;
  };
  return { ...context, fileLink };
}

/** A trial on one's own machine, as far as the settings tell: nothing of it is reached from elsewhere. */
function isTrial({ mode, server: { host, publicUrl, trustedProxies } }: Config): boolean {
  if (mode === 'production' || !isLoopback(host) || trustedProxies.length > 0) return false;
  return publicUrl === undefined || isLoopback(new URL(publicUrl).hostname);
}

function directLineSettings(config: Config, { address, draw }: { address: Address; draw: Draw }) {
  const { chat, store, server } = config;
  return {
    render: (said: Said, key: ConversationKey) => draw(said, 'cards', key),
    allowedOrigins: (origin: string) => address.isOwn(origin) || chat.allowedOrigins.includes(origin),
    sessionTtlMs: store.ttlDays * DAY_MS,
    limits: isTrial(config) ? TRIAL_LIMITS : DEFAULT_LIMITS,
    ...(server.publicUrl && { publicUrl: server.publicUrl }),
  };
}

function botSettings({ channel, store }: Config, { content, draw }: { content: Content; draw: Draw }) {
  const apology: BotDependencies['apology'] = (locale, reference) => [
    {
      type: 'message',
      locale,
      textFormat: 'plain',
      text: content.translate(locale)('bot:failed', { reference }),
    },
  ];
  return {
    render: draw,
    apology,
    credentials: channel.credentials,
    trustedServiceHosts: channel.trustedServiceHosts,
    tenants: channel.tenants,
    retentionDays: store.ttlDays,
  };
}

interface SiteParts {
  readonly webFolder: string;
  readonly address: Address;
  readonly notFound: NotFound;
  readonly context: RenderContext;
  readonly invite: DirectLine['invite'];
}

function site(
  config: Config,
  content: Content,
  { webFolder, address, notFound, context, invite }: SiteParts,
) {
  const draw = stairPictures(content.translate);
  return createSite({
    webFolder,
    translate: content.translate,
    authority: config.authority.name,
    contact: config.authority.contact,
    links: INFO_LINKS,
    defaultLocale: config.defaultLocale,
    greeting: locale => greeting(voiceOf(locale, 'cards', context), { kind: 'greeting', returning: false }),
    invite,
    allowedOrigins: config.chat.allowedOrigins,
    publicUrl: address.publicUrl,
    notFound,
    stairPicture: name => {
      const picture = readStairPictureName(name);
      return picture && draw(picture);
    },
  });
}

function infoPages(
  { authority, statements, store, defaultLocale }: Config,
  { definitions, actions, actionsVersion, translate }: Content,
  { address, webFolder }: { address: Address; webFolder: string },
) {
  const { name, contact, responsibleRole } = authority;
  const facts = { ...statements, authority: name, contact, responsibleRole, retentionDays: store.ttlDays };
  const approvals = [
    ...definitions.map(({ id, version, approved }) => ({ title: `${id}:title`, version, approved })),
    { ...actionsVersion, title: 'bot:result.next-steps' },
  ];
  const { publicUrl } = address;
  return createInfoPages({
    facts: { ...facts, publicUrl, definitions, actions, approvals },
    webFolder,
    translate,
    defaultLocale,
  });
}

function staff(
  config: Config,
  content: Content,
  parts: { counts: Counters; clientAddress: ClientAddress; now: () => number },
) {
  const { staffPassword: password, defaultLocale: locale } = config;
  const t = content.translate(locale);
  const steps = content.definitions.flatMap(definition =>
    cardSteps(definition).map(({ step: { id } }) => {
      const keys = ['steps', 'inputs'].map(group => `${definition.id}:${group}.${id}.short`);
      const key = keys.find(one => t.has(one));
      return { id, name: key === undefined ? id : t(key) };
    }),
  );
  const proxied = isTrial(config) ? 'no' : 'perhaps';
  return createStaff({ ...parts, password, proxied, locale, steps, translate: content.translate });
}
