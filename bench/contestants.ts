/** Who runs against whom: each row of the table is a server and a way of talking to it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_ID } from '../tests/support/channel-tokens.ts';
import type { Issuer } from './issuer.ts';
import type { Job } from './load/job.ts';
import type { ServerCommand } from './server-process.ts';

export interface Contestant {
  readonly id: string;
  readonly title: string;
  /** Contestants of the same server share a process. */
  readonly server: ServerName;
  readonly job: Pick<Job, 'talk' | 'way'> & Pick<Partial<Job>, 'authorization' | 'serviceUrl'>;
}

const SERVERS = [
  'bare',
  'echo',
  'question',
  'agents',
  'ours',
  'embedded',
  'echo-signed',
  'ours-signed',
] as const;
export type ServerName = (typeof SERVERS)[number];

export interface Surroundings {
  readonly root: string;
  /** Our server, bundled. */
  readonly bundle: string;
  readonly redisUrl: string;
  readonly issuer: Issuer;
}

export function serverCommands({
  root,
  bundle,
  redisUrl,
  issuer,
}: Surroundings): Record<ServerName, ServerCommand> {
  const other = (file: string, env: Record<string, string> = {}) => ({
    file: join(root, 'bench/competitors', file),
    env,
  });
  const { metadataUrl, keysUrl } = issuer;
  return {
    bare: other('bare.mjs'),
    echo: other('stock-echo.mjs'),
    question: other('stock-question.mjs', { REDIS_URL: redisUrl }),
    agents: other('agents-echo.mjs'),
    ours: { file: bundle, env: { REDIS_URL: redisUrl } },
    embedded: { file: bundle, env: { DATA_DIR: mkdtempSync(join(tmpdir(), 'bench-store-')) } },
    'echo-signed': other('stock-echo.mjs', { BENCH_APP_ID: APP_ID, BENCH_METADATA_URL: metadataUrl }),
    'ours-signed': { file: bundle, env: { REDIS_URL: redisUrl, BENCH_KEYS_URL: keysUrl, ...CREDENTIALS } },
  };
}

const CREDENTIALS = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'MultiTenant',
  MicrosoftAppPassword: 'unused',
};

export function contestants({ authorization, serviceUrl }: Issuer): readonly Contestant[] {
  const echo = { talk: 'echo', way: 'answer' } as const;
  const check = { talk: 'quick-check', way: 'answer' } as const;
  const signed = { authorization, serviceUrl };
  return [
    { id: 'bare', title: 'bare node:http, fixed JSON', server: 'bare', job: echo },
    { id: 'echo', title: 'stock echo on restify', server: 'echo', job: echo },
    {
      id: 'question',
      title: 'stock question (dialogs, Redis)',
      server: 'question',
      job: { ...echo, talk: 'choices' },
    },
    { id: 'agents', title: 'Agents SDK echo on express', server: 'agents', job: echo },
    { id: 'ours', title: 'ours (a) /api/messages, Redis', server: 'ours', job: check },
    { id: 'embedded', title: 'ours (c) embedded store', server: 'embedded', job: check },
    {
      id: 'echo-signed',
      title: 'stock echo, signed tokens',
      server: 'echo-signed',
      job: { ...echo, ...signed },
    },
    {
      id: 'ours-signed',
      title: 'ours (a), signed tokens',
      server: 'ours-signed',
      job: { ...check, ...signed },
    },
    {
      id: 'echo-posted',
      title: 'stock echo, replies POSTed',
      server: 'echo',
      job: { ...echo, way: 'connector' },
    },
    {
      id: 'ours-posted',
      title: 'ours (a), replies POSTed',
      server: 'ours',
      job: { ...check, way: 'connector' },
    },
    {
      id: 'direct-line',
      title: 'ours (b) Direct Line, WebSocket',
      server: 'ours',
      job: { ...check, way: 'direct-line' },
    },
  ];
}
