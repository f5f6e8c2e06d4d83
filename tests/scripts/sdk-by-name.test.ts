/** The SDK as the server is bundled with it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { sdkByName } from '../../scripts/sdk-by-name.ts';

const ROOT = process.cwd();
mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/sdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function bundled(text: string): Promise<Record<string, unknown>> {
  const entry = join(folder, 'entry.js');
  const outfile = join(folder, `bundle-${text.length}.cjs`);
  writeFileSync(entry, text);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins: [sdkByName(ROOT)],
  });
  return createRequire(import.meta.url)(outfile);
}

test('by name comes all that the SDK hands over', async () => {
  const sdk: Record<string, unknown> = createRequire(import.meta.url)('botbuilder');
  const names = Object.keys(sdk).filter(name => name !== '__esModule');
  const byName = await bundled(`export { ${names.join(', ')} } from 'botbuilder';`);
  const kinds = (from: Record<string, unknown>) => names.map(name => [name, typeof from[name]]);
  expect(kinds(byName)).toEqual(kinds(sdk));
}, 120_000);

test('a class is one and the same, wherever the SDK asks for it', async () => {
  const { told } = await bundled(`
    import { BotAdapter, TestAdapter, TurnContext } from 'botbuilder';
    const adapter = new TestAdapter(async () => {});
    const context = adapter.createContext({ type: 'message', text: 'moi', channelId: 'test' });
    export const told = [adapter instanceof BotAdapter, context instanceof TurnContext, context.activity.text];
  `);
  expect(told).toEqual([true, true, 'moi']);
}, 120_000);
