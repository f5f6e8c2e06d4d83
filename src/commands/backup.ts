/**
 * `npm run backup -- FOLDER`: copies the embedded store of `DATA_DIR` into a new folder, while the server runs. To go
 * back to it, stop the server and put the copy in the place of `DATA_DIR`.
 */
import './end-with-reader.ts';
import { loadSettingsFile, readConfig } from '../config.ts';
import { copyStore } from '../store/embedded/copy-store.ts';

const [to, ...more] = process.argv.slice(2);
try {
  loadSettingsFile();
  const { redisUrl, dataDir } = readConfig().store;
  if (redisUrl !== undefined)
    throw new Error(
      'REDIS_URL: conversations are kept in Redis, which has ways of its own: docs/deploying.md',
    );
  if (to === undefined || more.length > 0)
    throw new Error('Name one folder to copy to: npm run backup -- FOLDER');
  await copyStore(dataDir, to);
  console.log(`${dataDir} is copied to ${to}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The store could not be copied.');
  process.exitCode = 2;
}
