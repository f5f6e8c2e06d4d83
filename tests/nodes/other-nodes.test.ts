/** The built server on each Node that is promised: a whole quick check, kept over a restart. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtServer } from '../support/built-server.ts';
import { QUESTIONS } from '../support/content.ts';
import { answersTaken, nextPress, openChat, PRESSES, resultIn } from '../support/robot.ts';

const folder = mkdtempSync(join(tmpdir(), 'nodes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The registry has Node's own binaries as packages, one per platform. */
function fetchNode(version: string): string {
  const prefix = join(folder, version);
  const packageName = `node-${process.platform}-${process.arch}`;
  execFileSync(
    'npm',
    ['install', '--prefix', prefix, '--ignore-scripts', '--no-save', `${packageName}@${version}`],
    { stdio: 'ignore' },
  );
  return join(prefix, 'node_modules', packageName, 'bin', 'node');
}

describe('Node', () => {
  it.each(['22', '24', '26'])('%s', async version => {
    const server = await builtServer({}, { node: fetchNode(version) });
    const robot = await openChat(server.address);
    await robot.send({ do: 'command', name: 'start' });
    for (let step = 0; step < PRESSES; step++) {
      if (step === 5) await server.stop().then(() => server.start());
      const press = nextPress(await robot.everything());
      await robot.send(press ?? 'ohita');
    }
    await robot.send({ do: 'command', name: 'finish' });
    const said = await robot.everything();
    expect(answersTaken(said)).toHaveLength(QUESTIONS);
    expect(resultIn(said)?.stair.low).toBe(1);
    await server.remove();
  });
});
