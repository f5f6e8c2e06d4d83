/** How much memory `npm run workbook` takes as a whole, in this tree and in another, each as it is run there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { PHASES } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';

/** Megabytes of the largest process, one entry a round. */
export interface Memory {
  readonly export: readonly number[];
  readonly import: readonly number[];
}

/** Tells, at the end of every Node process, how large it has been. */
const HOOK = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.MEMORY_TOLD + '/' + process.pid, String(process.resourceUsage().maxRSS)));`;

/** Every service of the tree's own list in use, with all that can be told of it. */
export function measureMemory(tree: string, rounds: number): Memory {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-memory-'));
  try {
    writeFileSync(join(folder, 'hook.mjs'), HOOK);
    const [answers, file] = [join(folder, 'answers.json'), join(folder, 'workbook.xlsx')];
    writeFileSync(answers, JSON.stringify(filledFor(tree)));
    const each = Array.from({ length: rounds }, () => ({
      export: largestOf(tree, folder, ['export', answers, file]),
      import: largestOf(tree, folder, ['import', file]),
    }));
    return { export: each.map(one => one.export), import: each.map(one => one.import) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function largestOf(tree: string, folder: string, args: readonly string[]): number {
  const told = mkdtempSync(join(folder, 'told-'));
  const { status, stderr } = spawnSync('sh', ['-c', `${commandOf(tree)} "$@"`, 'workbook', ...args], {
    cwd: tree,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(tree, 'node_modules/.bin')}:${process.env.PATH}`,
      NODE_OPTIONS: `--import ${join(folder, 'hook.mjs')}`,
      MEMORY_TOLD: told,
    },
    maxBuffer: 20_000_000,
  });
  if (status !== 0) throw new Error(`${tree}: ${args.join(' ')}: ${stderr}`);
  return Math.max(...readdirSync(told).map(name => Number(readFileSync(join(told, name), 'utf8')))) / 1024;
}

const packageSchema = z.object({ scripts: z.object({ workbook: z.string() }) });

function commandOf(tree: string): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8'))).scripts.workbook;
}

const itemSchema = z.object({ id: z.string() });
const dialogSchema = z.union([
  z.object({
    version: z.string(),
    lists: z.object({ services: z.object({ items: z.record(z.string(), z.array(itemSchema)) }) }),
  }),
  z.object({ version: z.string(), areas: z.array(itemSchema.extend({ services: z.array(itemSchema) })) }),
]);

function filledFor(tree: string): object {
  const dialog = dialogSchema.parse(parse(readFileSync(join(tree, 'dialogs/workbook.yaml'), 'utf8')));
  const areas =
    'lists' in dialog
      ? Object.entries(dialog.lists.services.items)
      : dialog.areas.map(({ id, services }) => [id, services] as const);
  const filled = {
    status: 'inuse',
    phases: Object.fromEntries(PHASES.map(phase => [phase, 'partial'])),
    usageRate: 81.5,
    cases: 500,
    benefit: { hourlyPrice: 42, yearlyCost: 9000, minutesSaved: 20, oneOffCost: 12_000 },
  };
  return {
    dialog: 'workbook',
    version: dialog.version,
    areas: Object.fromEntries(
      areas.map(([id, services]) => [
        id,
        { services: Object.fromEntries(services.map(service => [service.id, filled])) },
      ]),
    ),
  };
}
