/** Who runs against whom: each row of the table is a server and a way of talking to it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_ID } from '../tests/support/channel-tokens.ts';
import type { Issuer } from './issuer.ts';
import { turnsFile } from './limit/record-turns.ts';
import type { Job } from './load/job.ts';
import type { Build } from './page/builds.ts';
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
  'limit',
  'earlier',
] as const;
export type ServerName = (typeof SERVERS)[number];

export interface Surroundings {
  readonly root: string;
  /** Our server, bundled. */
  readonly bundle: string;
  readonly redisUrl: string;
  readonly issuer: Issuer;
  /** The earlier revision, and a Redis of its own: what it stores is not ours to read. */
  readonly earlier?: { readonly build: Build; readonly redisUrl: string };
}

export function serverCommands({
  root,
  bundle,
  redisUrl,
  issuer,
  earlier,
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
    limit: {
      file: join(root, 'bench/limit/serve.mjs'),
      env: { REDIS_URL: redisUrl, LIMIT_TURNS: turnsFile(root) },
    },
    earlier: {
      file: join(earlier?.build.folder ?? '', 'dist/main.js'),
      cwd: earlier?.build.folder ?? root,
      env: { REDIS_URL: earlier?.redisUrl ?? '' },
    },
  };
}

const CREDENTIALS = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'MultiTenant',
  MicrosoftAppPassword: 'unused',
};

const ECHO = { talk: 'echo', way: 'answer' } as const;
const CHECK = { talk: 'quick-check', way: 'answer' } as const;
const DIRECT_LINE = { talk: 'quick-check', way: 'direct-line' } as const;

/** All that can be measured; those of the `earlier` revision only where there is one. */
export function contestants(issuer: Issuer, earlier?: Build): readonly Contestant[] {
  return [...answering(), ...signed(issuer), ...sending(), ...(earlier ? earlierOnes(earlier) : [])];
}

function answering(): readonly Contestant[] {
  return [
    { id: 'bare', title: 'bare node:http, fixed JSON', server: 'bare', job: ECHO },
    { id: 'echo', title: 'stock echo on restify', server: 'echo', job: ECHO },
    {
      id: 'question',
      title: 'stock question (dialogs, Redis)',
      server: 'question',
      job: { ...ECHO, talk: 'choices' },
    },
    { id: 'agents', title: 'Agents SDK echo on express', server: 'agents', job: ECHO },
    { id: 'ours', title: 'ours (a) /api/messages, Redis', server: 'ours', job: CHECK },
    { id: 'embedded', title: 'ours (c) embedded store', server: 'embedded', job: CHECK },
  ];
}

function signed({ authorization, serviceUrl }: Issuer): readonly Contestant[] {
  const token = { authorization, serviceUrl };
  return [
    {
      id: 'echo-signed',
      title: 'stock echo, signed tokens',
      server: 'echo-signed',
      job: { ...ECHO, ...token },
    },
    {
      id: 'ours-signed',
      title: 'ours (a), signed tokens',
      server: 'ours-signed',
      job: { ...CHECK, ...token },
    },
  ];
}

function sending(): readonly Contestant[] {
  return [
    {
      id: 'echo-posted',
      title: 'stock echo, replies POSTed',
      server: 'echo',
      job: { ...ECHO, way: 'connector' },
    },
    {
      id: 'ours-posted',
      title: 'ours (a), replies POSTed',
      server: 'ours',
      job: { ...CHECK, way: 'connector' },
    },
    { id: 'direct-line', title: 'ours (b) Direct Line, WebSocket', server: 'ours', job: DIRECT_LINE },
    { id: 'limit', title: 'the limit of (b): replayed turns', server: 'limit', job: DIRECT_LINE },
  ];
}

function earlierOnes({ name }: Build): readonly Contestant[] {
  return [
    { id: 'earlier', title: `${name} (a)`, server: 'earlier', job: CHECK },
    { id: 'earlier-direct-line', title: `${name} (b) Direct Line`, server: 'earlier', job: DIRECT_LINE },
  ];
}
