/** Starts and stops the server, nothing else. */
import { createApp } from './app.ts';
import { ConfigProblem, loadSettingsFile, readConfig } from './config.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

try {
  loadSettingsFile();
  const app = await createApp(readConfig());
  const address = await app.listen();
  process.stdout.write(`Porrasbotti: ${address}\n`);
  for (const signal of STOP_SIGNALS) {
    process.once(signal, () => {
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start.'}\n`);
  process.exitCode = error instanceof ConfigProblem ? 2 : 1;
}
