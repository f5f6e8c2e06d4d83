/** The Bot Framework side of the house: what comes to `POST /api/messages`, and what goes out to channels. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locale } from '../conversation/locale.ts';
import type { Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import { createAccessToken } from './access-token.ts';
import type { BotAnswer } from './bot-answer.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import { createConnector } from './connector.ts';
import type { Credentials } from './credentials.ts';
import { followUpsBy } from './follow-ups.ts';
import { anonymousGuard, createGuard } from './guard.ts';
import { type BotRequest, createMessagesEndpoint } from './messages-endpoint.ts';
import { createOutboxDispatcher } from './outbox-dispatcher.ts';
import { PorrasAdapter } from './porras-adapter.ts';
import { createRefusalLog } from './refusal-log.ts';
import { createReminders } from './reminders.ts';
import { createRepetitions } from './repetitions.ts';
import { createReplySender } from './reply-sender.ts';
import { createRetryingSender, type RetryingSender } from './retrying-sender.ts';
import { createSenders, type Senders } from './senders.ts';
import { FILE_HOSTS } from './sent-file.ts';
import { createServiceHosts, loopbackOnly, type ServiceHosts } from './service-hosts.ts';
import { createShownCards } from './shown-cards.ts';
import { createSigningKeys, fetchJson } from './signing-keys.ts';
import { createSweeper } from './sweeper.ts';
import type { Workbooks } from './take-file.ts';
import { createTenants } from './tenants.ts';
import { TurnFailed } from './turn-failed.ts';
import { sdkActivity } from './written-activity.ts';

export interface BotDependencies {
  readonly turns: Pick<Turns, 'process' | 'recall' | 'reminder'> & Partial<Pick<Turns, 'onFollowUp'>>;
  readonly store: Pick<
    Store,
    | 'load'
    | 'acknowledge'
    | 'undelivered'
    | 'claim'
    | 'claimed'
    | 'release'
    | 'remind'
    | 'dueReminders'
    | 'collect'
    | 'gather'
    | 'withdraw'
  >;
  readonly render: (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];
  /** What to say when a turn failed and nothing was saved; nothing is said without it. */
  readonly apology?: (locale: Locale, reference: string) => readonly OutgoingActivity[];
  /** Reads a workbook that is sent as a file; without it people are told where to bring it. */
  readonly workbooks?: Workbooks | undefined;
  readonly credentials: Credentials;
  /** Hosts beside Microsoft's that replies may go to: `host`, `host:port` or `*.domain`. */
  readonly trustedServiceHosts: readonly string[];
  /** Ids of the tenants whose Teams may use the bot; with none given, any may. */
  readonly tenants?: readonly string[];
  readonly defaultLocale: Locale;
  /** How long answers are kept after the last message. */
  readonly retentionDays: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: BotLog;
  readonly outside?: Partial<Outside>;
}

/** The network and time, as tests and development replace them. */
export interface Outside {
  /** Fetches the documents that hold Bot Framework's signing keys. */
  readonly fetchJson: (url: string) => Promise<unknown>;
  /** The bot's own token for the channel's service. */
  readonly accessToken: () => Promise<string | undefined>;
  /** `loopback` lets trusted hosts on this machine go without TLS. */
  readonly plainHttp: 'refused' | 'loopback';
  readonly sendTimeoutMs: number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export interface Bot {
  /** For middleware, another `onTurnError`, and messages of one's own. */
  readonly adapter: PorrasAdapter;
  /** Never rejects. A body, if any, is to be sent as JSON. */
  handle(request: BotRequest): Promise<BotAnswer>;
  /** Sends what is left undelivered; to be called now and then. Never rejects. */
  sweep(): Promise<void>;
  /** Says that this process is there, and begins to send what those left that are gone; every BEAT_MS. Never rejects. */
  beat(): Promise<void>;
  /** Sends the reminders that are due; to be called now and then. Never rejects. */
  remind(): Promise<void>;
  /** Resolves when what was being sent has arrived or is left for the next start. */
  close(): Promise<void>;
}

/** Throws when the credentials are incomplete. */
export function createBot(dependencies: BotDependencies): Bot {
  const { credentials, store, now, log, turns, newId, render } = dependencies;
  const outside: Outside = { ...realOutside(credentials), ...dependencies.outside };
  const { hosts, guard } = gate(dependencies, outside);
  const connector = createConnector({ ...outside, hosts, timeoutMs: outside.sendTimeoutMs });
  const sender = createRetryingSender({ ...outside, connector, now });
  const adapter = adapterOver(sender, dependencies);
  const replies = createReplySender({ adapter, cards: createShownCards(store), render, now, log });
  const senders = createSenders({ store, now, newId: randomUUID });
  const outbox = createOutboxDispatcher({ ...outside, store, replies, sender, senders, now, newId, log });
  turns.onFollowUp?.(followUpsBy({ outbox, senders, now }));
  const sweep = createSweeper({ store, outbox, senders, log });
  const keptMs = dependencies.retentionDays * 24 * 3_600_000;
  const reminders = createReminders({ store, turns, replies, keptMs, now, newId, log });
  const handle = createMessagesEndpoint({
    ...dependencies,
    fileHosts: fileHosts(dependencies, outside),
    welcomes: createTenants(dependencies.tenants ?? []),
    sleep: outside.sleep,
    senders,
    adapter,
    guard,
    outbox,
    reminders,
    repetitions: createRepetitions(now),
    refused: createRefusalLog(log, now),
  });
  return {
    adapter,
    handle,
    sweep,
    beat: () => beatOnce(senders, sweep),
    remind: reminders.send,
    async close() {
      await outbox.close();
      await senders.leave().catch(() => undefined);
      connector.close();
    },
  };
}

function adapterOver(sender: RetryingSender, { newId, log }: BotDependencies): PorrasAdapter {
  const adapter = new PorrasAdapter({ sender, newId });
  adapter.onTurnError = tellFailure(log);
  return adapter;
}

/** Says that this process lives; what one that is gone has left is sent at once. */
async function beatOnce(senders: Senders, sweep: Bot['sweep']): Promise<void> {
  await senders.beat().catch(() => undefined);
  if (senders.left) void sweep();
}

/** Who may call, and where replies may go. */
function gate({ credentials, trustedServiceHosts: trusted, now, log }: BotDependencies, outside: Outside) {
  if (credentials.kind === 'none') return { hosts: loopbackOnly, guard: anonymousGuard };
  const hosts = createServiceHosts({ trusted, plainHttp: outside.plainHttp });
  const keys = createSigningKeys({ ...outside, now, log });
  return { hosts, guard: createGuard({ appId: credentials.appId, keys, hosts, now }) };
}

/** Where files may come from. What channels are trusted with says nothing of it, save on this machine. */
function fileHosts({ trustedServiceHosts }: BotDependencies, { plainHttp }: Outside): ServiceHosts {
  const trusted = plainHttp === 'loopback' ? trustedServiceHosts : [];
  return createServiceHosts({ known: FILE_HOSTS, trusted, plainHttp });
}

/** A failed turn has been logged where it failed; what else goes wrong is told here. */
function tellFailure(log: BotLog): PorrasAdapter['onTurnError'] {
  return async (context, error) => {
    if (!(error instanceof TurnFailed)) {
      log.error(
        { code: 'turn-broken', ...errorFields(error) },
        'A turn broke off outside of the conversation',
      );
      // The channel is not to think that its activity was taken.
      throw error;
    }
    for (const words of error.apology) await context.sendActivity(sdkActivity(words)).catch(() => undefined);
  };
}

function realOutside(credentials: Credentials): Outside {
  return {
    fetchJson,
    accessToken: createAccessToken(credentials),
    plainHttp: 'refused',
    sendTimeoutMs: 10_000,
    sleep: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
    random: Math.random,
  };
}
