import { join } from 'node:path';
import type { Row } from '../bench.ts';
import { pageBytes } from '../measure/page-bytes.ts';
import { startServer } from '../server-process.ts';

export const page: Row = {
  id: 'page',
  title: 'bytes of the page',
  async measure({ commands, root }) {
    const server = await startServer(commands.ours);
    const figures = await pageBytes(join(root, 'dist/web'), server.address);
    await server.stop();
    const sizes = Object.entries(figures).map(([name, bytes]) => `${name} ${bytes}`);
    return { lines: [['page, bytes', 'budgeted in a test', sizes.join(', ')]], kept: {}, figures };
  },
};
