import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { contestants, serverCommands } from './contestants.ts';
import { startIssuer } from './issuer.ts';
import { loadFrom } from './put-load.ts';
import { startRedis } from './redis-process.ts';
import { startServer } from './server-process.ts';
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const redis = await startRedis();
const issuer = await startIssuer();
const load = loadFrom(await bundle(ROOT, 'bench/load/main.ts'));
const id = process.argv[2]!;
const rounds = Number(process.argv[3]);
const trees = process.argv.slice(4);
const out = new Map<string, number[]>();
const files = new Map<string, string>();
for (const tree of trees) if (tree !== 'echo') files.set(tree, tree.split('@')[0] === '/work/main' ? await bundle('/work/main', 'bench/serve.ts') : (await import('node:fs')).existsSync(tree.split('@')[0] + '/bench/.built/serve/serve.js') ? tree.split('@')[0] + '/bench/.built/serve/serve.js' : tree.split('@')[0] + '/bench/.built/serve.js');
for (let round = 0; round < rounds; round++)
  for (const tree of trees) {
      const rid = tree === 'echo' ? 'echo' : id;
      const row = contestants(issuer).find(one => one.id === rid)!;
      const command = serverCommands({ root: ROOT, bundle: files.get(tree) ?? '', redisUrl: redis.url, issuer })[row.server];
      const server = await startServer({ ...command, nodeOptions: [...(command.nodeOptions ?? []), ...(tree.includes('@') ? [tree.split('@')[1]!] : [])] });
      const report: any = await load(server, { ...row.job, people: 64, warmMs: Number(process.env.WARM), measureMs: 5000 } as any);
      console.log(tree, Math.round(report.perSecond), '/s', Math.round(report.cpuMicros), 'µs', 'rss', Math.round(server.rss() / 1e6));
      await server.stop('SIGTERM');
      out.set(tree, [...(out.get(tree) ?? []), report.cpuMicros]);
    }
for (const [t, v] of out) console.log('==', t, v.map(Math.round).join(' '));
issuer.close();
await redis.stop();
process.exit(0);
