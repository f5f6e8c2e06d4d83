/** The bot with everything real behind it: content, turns, a store on disk and the cards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import type { BotAnswer } from '../../src/bot/bot-answer.ts';
import { render } from '../../src/presentation/render.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createTurns } from '../../src/turns/process-turn.ts';
import { APP_ID, createChannelIssuer } from '../support/channel-tokens.ts';
import { content } from '../support/content.ts';
import { workbook } from '../support/real-context.ts';
import type { RecordingConnector } from './recording-connector.ts';

export interface RealBot {
  call(body: unknown): Promise<BotAnswer>;
  /** Resolves when every reply has left the outbox. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function startRealBot(connector: RecordingConnector): Promise<RealBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porrasbotti-bot-'));
  const now = Date.now;
  const store = await openStore({ dataDir, ttlDays: 1, now, onProblem: () => {} });
  const { current, definition, actions, translate } = content;
  const context = {
    current,
    definition,
    actions,
    workbook,
    understand: () => ({ kind: 'reprompt' }) as const,
  };
  const draw = {
    translate,
    definition,
    actions,
    publicUrl: 'https://portaat.example.fi',
    contact: { unit: 'Digipalvelut' },
    retentionDays: 30,
  };
  const issuer = createChannelIssuer({ now, serviceUrl: connector.serviceUrl });
  const ignore = () => {};
  const bot = createBot({
    turns: createTurns({ store, context, now, count: ignore }),
    store,
    render: (said, screen) => render(said, screen, draw),
    credentials: { kind: 'app', appId: APP_ID, appType: 'SingleTenant', appPassword: 'x', tenantId: 'y' },
    trustedServiceHosts: [connector.host],
    defaultLocale: 'fi',
    retentionDays: 30,
    now,
    newId: () => 'reference',
    log: { info: ignore, warn: ignore, error: ignore },
    outside: { fetchJson: issuer.fetchJson, accessToken: async () => 'token', plainHttp: 'loopback' },
  });
  return {
    call: body =>
      bot.handle({ headers: { authorization: issuer.authorization() }, body, address: '127.0.0.1' }),
    async settled() {
      await expect.poll(() => store.undelivered(-1, 10), { interval: 2 }).toEqual([]);
    },
    async close() {
      await bot.close();
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
