/** A revision that holds a talk in a process of its own, on the core of what is measured. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as z from 'zod';
import { onCore, SERVER_CORE } from '../cores.ts';
import type { Round } from './main.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The talks with the sources of one revision. */
interface Bundle {
  readonly folder: string;
  readonly file: string;
}

/** Bundles the talks with the sources in `folder`. */
export async function bundleTalks(folder: string): Promise<Bundle> {
  const file = join(folder, 'bench/.built/turns/main.js');
  await build({
    entryPoints: [join(HERE, 'main.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    // As in a built server, what was written is vouched for.
    define: { BUILD: '"bench"' },
    plugins: [
      {
        name: 'sources-of-the-revision',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\.\/\.\.\/(src|tests)\// }, ({ path, importer }) =>
            importer.startsWith(HERE) ? { path: join(folder, 'bench/turns', path) } : undefined,
          ),
      },
    ],
    logLevel: 'warning',
  });
  return { folder, file };
}

export interface Talker {
  readonly round: (times: number) => Promise<Round>;
  readonly end: () => void;
}

const roundSchema = z.object({ cpu: z.number(), turns: z.number(), kept: z.number() });

/** Starts a process that holds a talk; it ends with ours. */
export function startTalker({ folder, file }: Bundle, talk: string): Talker {
  const [command, args] = onCore(SERVER_CORE, [process.execPath, file, talk]);
  const child = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    round: async times => {
      child.stdin.write(`${times}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${talk} ended in ${folder}`);
      return roundSchema.parse(JSON.parse(value));
    },
    end: () => child.stdin.end(),
  };
}
