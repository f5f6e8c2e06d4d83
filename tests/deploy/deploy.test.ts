/** What puts the service up: files that Docker, Compose, Caddy and Azure read, held against the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { ENVIRONMENT_VARIABLES, readConfig } from '../../src/config.ts';
import { MOST_MEGABYTES } from '../../src/reports/workbook/xlsx/unzip-limits.ts';
import { parseRedisAddress } from '../../src/store/redis/redis-address.ts';
import { AUTHORITY } from '../support/app-in-process.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const known = new Set(ENVIRONMENT_VARIABLES);
/** The value that Compose takes of `${NAME:-value}` where nobody has set it. */
const unlessSet = (value: string) => value.replace(/\$\{\w+:-(.*)\}/, '$1');
const strangers = (names: Iterable<string>) => [...names].filter(name => !known.has(name));

describe('the Dockerfile', () => {
  const stages = read('Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1);
  const last = stages.at(-1) ?? '';
  const copied = (text: string) =>
    [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) => words.split(' ').slice(0, -1));

  it('copies only what is there and what .dockerignore lets through', () => {
    const sent = new Set(
      read('.dockerignore')
        .split('\n')
        .filter(line => line.startsWith('!'))
        .map(line => line.slice(1)),
    );
    const sources = new Set(stages.flatMap(copied));
    expect([...sources].filter(source => !existsSync(source))).toEqual([]);
    expect([...sources].filter(source => !sent.has(source))).toEqual([]);
    expect([...sent].filter(one => !sources.has(one))).toEqual([]);
  });

  it('gives the build every folder that it reads', () => {
    const [build = ''] = stages;
    const wanted = /const SOURCES = \[(.*)\]/.exec(read('scripts/build.ts'))?.[1] ?? '';
    const sources = [...wanted.matchAll(/'([^']+)'/g)].map(([, name]) => name);
    expect(sources.filter(name => name !== undefined && !copied(build).includes(name))).toEqual([]);
  });

  it('runs as somebody without rights, with packages of production alone, and says whether it lives', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toContain('/healthz');
    const packages = stages.find(
      stage => /^COPY --from=packages .*node_modules/m.test(last) && stage.includes(' AS packages'),
    );
    expect(packages).toContain('npm ci --omit=dev');
    expect(copied(last).sort()).toEqual(['LICENSE', 'dialogs', 'locales', 'package.json']);
  });

  it('sets only settings that there are, on a Node that is promised', () => {
    const [, line = ''] = /^ENV (.+)$/m.exec(last) ?? [];
    expect(strangers(line.split(' ').map(pair => pair.split('=')[0] ?? ''))).toEqual([]);
    const [, node = ''] = /^ARG NODE=(\d+)$/m.exec(read('Dockerfile')) ?? [];
    expect(read('tests/nodes/other-nodes.test.ts')).toContain(`'${node}'`);
  });
});

describe('compose.yaml', () => {
  const service = z.looseObject({
    image: z.string().optional(),
    command: z.string().optional(),
    environment: z.record(z.string(), z.string()).optional(),
    networks: z.array(z.string()),
  });
  const compose = z
    .object({
      services: z.record(z.string(), service),
      networks: z.object({
        front: z.object({ ipam: z.object({ config: z.tuple([z.object({ subnet: z.string() })]) }) }),
        store: z.object({ internal: z.literal(true) }),
      }),
    })
    .parse(parse(read('compose.yaml'), { merge: true }));
  const bots = Object.entries(compose.services).filter(([, { image }]) => image === 'porrasbotti');

  it('has two bots, alike, that can write nowhere and gain no rights', () => {
    expect(bots).toHaveLength(2);
    for (const [, bot] of bots)
      expect(bot).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        networks: ['front', 'store'],
      });
  });

  it('sets only settings that there are, and such as production takes', () => {
    const [, bot] = bots[0] ?? [];
    const environment = bot?.environment ?? {};
    expect(strangers(Object.keys(environment))).toEqual([]);
    const { server, store } = readConfig({
      ...Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, unlessSet(value)])),
      ...AUTHORITY,
      PUBLIC_URL: 'https://bot.example.fi',
      TEAMS_CHANNEL: 'off',
    });
    expect(server.trustedProxies).toEqual([compose.networks.front.ipam.config[0].subnet]);
    expect(parseRedisAddress(store.redisUrl ?? '').kind).not.toBe('invalid');
    expect(new URL(store.redisUrl ?? '').hostname in compose.services).toBe(true);
  });

  it('has a Redis that keeps what it is given, and that nobody else reaches', () => {
    const { redis } = compose.services;
    for (const wanted of ['--appendonly yes', '--appendfsync everysec', '--maxmemory-policy noeviction'])
      expect(redis?.command).toContain(wanted);
    expect(redis?.networks).toEqual(['store']);
    expect(compose.services.proxy?.networks).toEqual(['front']);
  });

  it('has a proxy that knows both bots by their names and ports, and asks whether they are ready', () => {
    const [, upstreams = ''] = /reverse_proxy (.+) \{/.exec(read('deploy/Caddyfile')) ?? [];
    expect(upstreams.split(' ')).toEqual(
      bots.map(([name, { environment }]) => `${name}:${environment?.PORT}`),
    );
    expect(read('deploy/Caddyfile')).toContain('health_uri /readyz');
    // Caddy passes Upgrade on by itself, unless a header of the kind is taken away or a transport of another kind named.
    expect(read('deploy/Caddyfile')).not.toMatch(/header_up|transport/);
  });
});

describe('the Bicep files', () => {
  const files = readdirSync('deploy/azure').filter(name => name.endsWith('.bicep'));
  const text = (name: string) => read(`deploy/azure/${name}`);
  const declared = (name: string) =>
    new Set([...text(name).matchAll(/^param (\w+)/gm)].map(([, one]) => one));

  it.each(files)('%s closes what it opens, and uses every parameter', name => {
    const plain = text(name).replaceAll(/'(?:\\'|[^'])*'|\/\/.*$/gm, part =>
      [...part.matchAll(/\$\{[^}]*\}/g)].join(''),
    );
    for (const [open, close] of ['{}', '[]', '()'].map(pair => [...pair] as const))
      expect([open, plain.split(open ?? '').length]).toEqual([open, plain.split(close ?? '').length]);
    for (const param of declared(name))
      expect(plain.split(new RegExp(`\\b${param}\\b`)).length).toBeGreaterThan(2);
  });

  it('main.bicep gives each module the parameters that it asks for, no others', () => {
    const modules = [
      ...text('main.bicep').matchAll(
        /^module \w+ '([^']+)' = \{\n {2}name: .*\n {2}params: \{\n((?: {4}.*\n)+)/gm,
      ),
    ];
    expect(modules.map(([, name]) => name).sort()).toEqual(
      files.filter(name => name !== 'main.bicep').sort(),
    );
    for (const [, name = '', body = ''] of modules)
      expect(new Set([...body.matchAll(/^ {4}(\w+):/gm)].map(([, one]) => one))).toEqual(declared(name));
  });

  it('set only settings that there are, and all that a managed identity needs', () => {
    const of = (name: string, after: string) => {
      const [, block = ''] = text(name).split(after);
      return [...block.slice(0, block.indexOf('})')).matchAll(/^ +(\w+):/gm)].map(([, one = '']) => one);
    };
    const settings = [
      ...of('main.bicep', 'union(authority, {'),
      ...of('app-service.bicep', 'union(settings, {'),
    ];
    expect(strangers(settings).filter(name => !name.startsWith('WEBSITES_'))).toEqual([]);
    expect(settings).toEqual(
      expect.arrayContaining(['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppType']),
    );
    expect(settings).not.toContain('MicrosoftAppPassword');
    expect(text('app-service.bicep')).toMatch(/webSocketsEnabled: true[\s\S]*healthCheckPath: '\/readyz'/);
    expect(text('main.bicep')).toContain('/api/messages');
  });
});

describe('behind a proxy of your own', () => {
  const compose = z
    .object({ services: z.record(z.string(), z.looseObject({ ports: z.array(z.string()).optional() })) })
    .parse(parse(read('deploy/compose.own-proxy.yaml')));

  it('the bots of compose.yaml are published on this machine alone, where nginx looks for them', () => {
    const nginx = read('deploy/nginx.conf');
    const ports = Object.values(compose.services).flatMap(service => service.ports ?? []);
    expect(ports).toHaveLength(2);
    for (const port of ports) {
      const [, published] = /^(127\.0\.0\.1:\d+):3978$/.exec(port) ?? [];
      expect(nginx).toContain(`server ${published};`);
    }
    expect(compose.services.proxy).toEqual({ profiles: ['caddy'] });
  });

  it('nginx passes sockets on, says who calls, and lets the largest workbook through', () => {
    const nginx = read('deploy/nginx.conf');
    expect(nginx).toMatch(/proxy_set_header Upgrade \$http_upgrade;/);
    expect(nginx).toMatch(/proxy_set_header X-Forwarded-For \$remote_addr;/);
    const [, megabytes] = /client_max_body_size (\d+)m;/.exec(nginx) ?? [];
    expect(Number(megabytes)).toBeGreaterThanOrEqual(4 * MOST_MEGABYTES);
  });
});

it('the unit for systemd starts what a build makes, again and again, with settings that there are', () => {
  const unit = read('deploy/porrasbotti.service');
  const set = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name = '']) => name);
  expect(set.length).toBeGreaterThan(0);
  expect(strangers(set)).toEqual([]);
  expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node dist\/main\.js$/m);
  expect(unit).toMatch(/^Restart=always$/m);
  expect(unit).toMatch(/^User=(?!root)/m);
});
