import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';

const KEY = { channel: 'msteams', conversation: 'killed' };

/** Kills a process that writes to an embedded store so often, and looks at what it left. */
export function describeKilledEmbedded(times: number): void {
  describe(`when the process with an embedded store is killed ${times} times`, () => {
    let dataDir: string;
    beforeEach(() => {
      dataDir = mkdtempSync(join(tmpdir(), 'store-'));
    });
    afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

    it('finds every commit that was confirmed, and no half of one', async () => {
      for (let i = 0; i < times; i++) {
        const confirmed = await writeUntilKilled(dataDir);
        const store = openEmbeddedStore({
          dataDir,
          ttlMs: 600_000,
          now: Date.now,
          onProblem: () => undefined,
        });
        const { record, outbox } = await store.load(KEY);
        const log = await store.readLog(KEY, undefined, 1_000);
        // one more than confirmed: committed in the moment of the kill
        expect([confirmed, confirmed + 1]).toContain(Number(record));
        const numbers = Array.from({ length: Number(record) }, (_, n) => String(n + 1));
        expect(outbox.map(({ value }) => value)).toEqual(numbers);
        expect(log.map(({ value }) => value)).toEqual(numbers.slice(-log.length));
        expect(log.length).toBe(Math.min(400, numbers.length));
        await store.close();
      }
    });
  });
}

/** Resolves to the last number that the writer said was committed. */
function writeUntilKilled(dataDir: string): Promise<number> {
  const script = new URL('./embedded-writer.ts', import.meta.url).pathname;
  const writer = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => writer.kill('SIGKILL'), Math.random() * 100);
    said += text;
  });
  return new Promise(resolve => writer.once('close', () => resolve(lastWholeLine(said))));
}

function lastWholeLine(text: string): number {
  return Number(text.split('\n').at(-2));
}
