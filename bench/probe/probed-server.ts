/** A server with the bench's probe in it. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type ServerCommand, type ServerProcess, startServer } from '../server-process.ts';

const INSIDE = fileURLToPath(new URL('inside.mjs', import.meta.url));

const seenSchema = z.object({
  /** The longest time that the event loop was kept. */
  longestPauseMs: z.number(),
  /** Collections of the young. */
  scavenges: z.number(),
  scavengeMs: z.number(),
  /** Bytes that these copied, within the young space or to the old. */
  survivedBytes: z.number(),
});
export type Seen = z.infer<typeof seenSchema>;

export interface ProbedServer {
  readonly server: ServerProcess;
  /** What was seen in the process since it was asked before; the first answer tells of nothing. */
  seen(): Promise<Seen>;
  stop(): Promise<void>;
}

export async function startProbed(command: ServerCommand): Promise<ProbedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-probe-'));
  const path = join(folder, 'probe');
  const server = await startServer({
    ...command,
    env: { ...command.env, BENCH_PROBE: path },
    nodeOptions: [...(command.nodeOptions ?? []), '--import', INSIDE],
  });
  const socket = connect(path);
  await once(socket, 'connect');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const seen = async () => {
    socket.write('?');
    const { value, done } = await lines.next();
    if (done) throw new Error('the probe is gone: its server has ended');
    return seenSchema.parse(JSON.parse(value));
  };
  await seen();
  return {
    server,
    seen,
    stop: async () => {
      socket.destroy();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
