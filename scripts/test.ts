/** `npm test`: everything. Installs the programs it needs first; nothing is skipped silently. */
import { spawnSync } from 'node:child_process';

for (const command of [
  'npm run --silent setup',
  'npm run --silent check',
  'vitest run --project rooms --project apart --project real',
]) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
