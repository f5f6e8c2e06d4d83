/** A bot with a recording channel service, turns that can be looked into, and a Bot Framework of our own. */
import { createBot, type Outside } from '../../src/bot/bot.ts';
import type { BotAnswer } from '../../src/bot/bot-answer.ts';
import type { Credentials } from '../../src/bot/credentials.ts';
import type { Said } from '../../src/conversation/reply.ts';
import type { OutgoingActivity } from '../../src/presentation/activity.ts';
import { APP_ID, type ChannelIssuer, createChannelIssuer } from '../support/channel-tokens.ts';

import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { createScriptedTurns, type ScriptedTurns } from './scripted-turns.ts';

export interface BotUnderTest {
  readonly turns: ScriptedTurns;
  readonly connector: RecordingConnector;
  readonly issuer: ChannelIssuer;
  readonly logged: unknown[];
  /** Milliseconds the bot asked to wait, in order; every wait is over at once. */
  readonly slept: number[];
  readonly clock: { now: number };
  /** Calls with a good token unless another (or none) is given. */
  call(body: unknown, authorization?: string | null, address?: string): Promise<BotAnswer>;
  sweep(): Promise<void>;
  beat(): Promise<void>;
  close(): Promise<void>;
}

export const START = Date.UTC(2026, 0, 15, 9, 0);

const app: Credentials = {
  kind: 'app',
  appId: APP_ID,
  appType: 'SingleTenant',
  appPassword: 'not-a-real-one',
  tenantId: '00000000-0000-4000-8000-00000000aaaa',
};

/** With `beside` it is a second process on that bot's store. */
export async function startBot(
  options: {
    credentials?: Credentials;
    outside?: Partial<Outside>;
    beside?: BotUnderTest;
    tenants?: readonly string[];
  } = {},
): Promise<BotUnderTest> {
  const { beside } = options;
  const clock = beside?.clock ?? { now: START };
  const connector = beside?.connector ?? (await startRecordingConnector());
  const turns = beside?.turns ?? (await createScriptedTurns(() => clock.now));
  const issuer = createChannelIssuer({ now: () => clock.now, serviceUrl: connector.serviceUrl });
  const logged: unknown[] = [];
  const slept: number[] = [];
  const write = (fields: unknown, message: string) => logged.push({ fields, message });
  const bot = createBot({
    turns,
    store: turns.store,
    render,
    apology: (locale, reference) => [{ type: 'message', locale, text: `sorry ${reference}` }],
    credentials: options.credentials ?? app,
    trustedServiceHosts: [connector.host],
    tenants: options.tenants ?? [],
    defaultLocale: 'fi',
    retentionDays: 30,
    now: () => clock.now,
    newId: () => (beside ? 'reference-2' : 'reference-1'),
    log: { info: write, warn: write, error: write },
    outside: {
      fetchJson: issuer.fetchJson,
      accessToken: async () => 'token-of-the-bot',
      plainHttp: 'loopback',
      sendTimeoutMs: 200,
      sleep: async ms => {
        slept.push(ms);
      },
      random: () => 0,
      ...options.outside,
    },
  });
  return {
    turns,
    connector,
    issuer,
    logged,
    slept,
    clock,
    call: async (body, authorization = issuer.authorization(), address = '127.0.0.1') => {
      const headers = authorization === null ? {} : { authorization };
      const answer = await bot.handle({ headers, body, address });
      return answer.body === undefined
        ? answer
        : { ...answer, body: JSON.parse(JSON.stringify(answer.body)) };
    },
    sweep: bot.sweep,
    beat: bot.beat,
    async close() {
      await bot.close();
      if (beside) return;
      await connector.close();
      await turns.close();
    },
  };
}

/** Says what the reply is, so that tests need no texts. */
function render({ locale, reply }: Said, screen: string): OutgoingActivity[] {
  const by = reply.kind === 'answered' && reply.by !== undefined ? ` ${reply.by}` : '';
  const message = { type: 'message', locale, text: `${screen} ${reply.kind}${by}` } as const;
  return reply.kind === 'answered' ? [{ ...message, id: `question-${reply.replaces}` }] : [message];
}
