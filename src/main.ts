/** Starts and stops the server, nothing else. */
import { createApp } from './app.ts';
import { ConfigProblem, loadSettingsFile, readConfig } from './config.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

try {
  loadSettingsFile();
  const app = await createApp(readConfig());
  const address = await app.listen();
  let stopping: Promise<void> | undefined;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      // Whoever asks a second time does not want to wait.
      if (stopping) process.exit(1);
      stopping = app.close();
      stopping.then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  // Last, since whoever waits for this line may send a signal at once.
  process.stdout.write(`Porrasbotti: ${address}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start.'}\n`);
  process.exitCode = error instanceof ConfigProblem ? 2 : 1;
}
