/** `npm test`: everything. Finds or installs the programs it needs first; nothing is skipped silently. */
import { spawnSync } from 'node:child_process';
import { ensureTools } from './ensure-tools.mjs';

ensureTools(['redis-server', 'chromium', 'voikkospell', 'hunspell-sv', 'hunspell-en']);
for (const command of [
  'node scripts/check.mjs',
  'node scripts/build.mjs',
  'vitest run --project rooms --project real',
]) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
