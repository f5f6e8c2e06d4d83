/** The bot with everything real behind it: content, turns, a store on disk and the cards. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fillableOf } from '../../src/app/prefilling.ts';
import { channelWorkbooks } from '../../src/app/workbook-import.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { BotAnswer } from '../../src/bot/bot-answer.ts';
import type { PorrasAdapter } from '../../src/bot/porras-adapter.ts';
import { createCatalogueJobs } from '../../src/catalogue/catalogue-job.ts';
import { createLookups } from '../../src/catalogue/lookups.ts';
import { createRegisterClient } from '../../src/catalogue/register-client.ts';
import { render } from '../../src/presentation/render.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { ResumeCodes } from '../../src/turns/resume-codes.ts';
import { APP_ID, createChannelIssuer } from '../support/channel-tokens.ts';
import { content } from '../support/content.ts';
import { realContext, workbook } from '../support/real-context.ts';
import type { RecordingConnector } from './recording-connector.ts';

const doJob = createCatalogueJobs();

export interface RealBot {
  readonly store: Store;
  readonly logged: unknown[];
  /** What the bot takes for the time, epoch milliseconds. */
  readonly clock: { now: number };
  readonly adapter: PorrasAdapter;
  sweep(): Promise<void>;
  /** Sends the reminders that are due. */
  remind(): Promise<void>;
  /** Goes on with what processes that have ended were waiting for. */
  resume(): Promise<void>;
  call(body: unknown): Promise<BotAnswer>;
  /** Resolves when every reply has left the outbox. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface RealBotOptions {
  readonly beside?: RealBot;
  readonly sleep?: (ms: number) => Promise<void>;
  /** More hosts on this machine. */
  readonly trusted?: readonly string[];
  /** Address of the register of services; without it nothing is filled from there. */
  readonly register?: string;
  /** Makes the codes of what is kept or shared; without it nothing is. */
  readonly codes?: ResumeCodes;
}

const TTL_DAYS = 30;

/** With `beside` it is a second process on that bot's store, with that bot's clock. */
export async function startRealBot(
  connector: RecordingConnector,
  { beside, sleep = async () => {}, trusted = [], codes, register }: RealBotOptions = {},
): Promise<RealBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porrasbotti-bot-'));
  const clock = beside?.clock ?? { now: Date.UTC(2026, 0, 15, 9) };
  const now = () => clock.now;
  const store = beside?.store ?? (await openStore({ dataDir, ttlDays: TTL_DAYS, now, onProblem: () => {} }));
  const { instrument, instruments, actions, actionsVersion, translate } = content;
  const draw = {
    translate,
    instrument,
    actions,
    actionsVersion,
    offered: instruments.map(({ id }) => id),
    publicUrl: 'https://portaat.example.fi',
    contact: { unit: 'Digipalvelut' },
    retentionDays: TTL_DAYS,
  };
  const issuer = createChannelIssuer({ now, serviceUrl: connector.serviceUrl });
  const logged: unknown[] = [];
  const write = (fields: unknown, message: string) => logged.push({ fields, message });
  const services = register === undefined ? undefined : registerAt(register, { store, now });
  const context = { ...realContext, ...services?.context };
  const turns = createTurns({
    ...{ store, context, now, count: () => {}, register: services?.lookups },
    ...(codes && { codes }),
  });
  const bot = createBot({
    turns,
    store,
    render: (said, screen) => render(said, screen, draw),
    credentials: { kind: 'app', appId: APP_ID, appType: 'SingleTenant', appPassword: 'x', tenantId: 'y' },
    trustedServiceHosts: [connector.host, ...trusted],
    workbooks: channelWorkbooks(content),
    defaultLocale: 'fi',
    retentionDays: TTL_DAYS,
    now,
    newId: randomUUID,
    log: { info: write, warn: write, error: write },
    outside: {
      fetchJson: issuer.fetchJson,
      accessToken: async () => 'token',
      plainHttp: 'loopback',
      sleep,
    },
  });
  return {
    store,
    logged,
    clock,
    adapter: bot.adapter,
    sweep: bot.sweep,
    remind: bot.remind,
    resume: turns.resume,
    async call(body) {
      const headers = { authorization: issuer.authorization() };
      const answer = await bot.handle({ headers, body, address: '127.0.0.1' });
      return answer.body === undefined
        ? answer
        : { ...answer, body: JSON.parse(JSON.stringify(answer.body)) };
    },
    async settled() {
      await expect.poll(() => store.undelivered(-1, 10), { interval: 2 }).toEqual([]);
    },
    async close() {
      await services?.close();
      await bot.close();
      if (!beside) await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Looks into a register as the running bot does, the reading done in this thread. */
function registerAt(address: string, { store, now }: { store: Store; now: () => number }) {
  const municipalities = content.register('municipalities');
  if (!municipalities) throw new Error('the municipalities are not there');
  const filled = fillableOf(content, workbook.id);
  const client = createRegisterClient({ address, now, sleep: async () => {} });
  const lookups = createLookups({
    client,
    store,
    work: async job => ({ kind: 'done', done: doJob(job) }),
    fillable: () => filled && { ...filled, instrument: workbook },
    municipalities,
    now,
    dayOf: () => '2026-11-28',
    onProblem: () => {},
  });
  return {
    lookups,
    context: { prefill: { dialogs: ['workbook'], municipalities } },
    close: () => client.close(),
  };
}
