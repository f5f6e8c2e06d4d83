/** Starts and stops the server, nothing else. */
import { createApp } from './app.ts';
import { ConfigProblem, loadSettingsFile, readConfig } from './config.ts';
import { StoreUnavailable } from './store/port.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Ctrl+C reaches npm and the server, and npm hands it on: that is no second wish. */
const SAME_SIGNAL_MS = 1000;

try {
  loadSettingsFile();
  const app = await createApp(readConfig());
  const address = await app.listen();
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= app.close().then(
      // Who asked for it may have left a code that says why.
      () => process.exit(),
      () => process.exit(1),
    );
  };
  for (const signal of STOP_SIGNALS) {
    let heardAt = Number.NEGATIVE_INFINITY;
    process.on(signal, () => {
      const again = performance.now() - heardAt < SAME_SIGNAL_MS;
      heardAt = performance.now();
      // Whoever asks a second time does not want to wait.
      if (stopping && !again) process.exit(1);
      stop();
    });
  }
  // Whoever started it is gone, and asks for nothing.
  process.on('SIGHUP', stop);
  // Last, since whoever waits for this line may send a signal at once.
  process.stdout.write(`Porrasbotti: ${address}\n`);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = error instanceof ConfigProblem ? 2 : 1;
}

function reasonOf(error: unknown): string {
  // A store tells a code alone (ECONNREFUSED, timeout).
  if (error instanceof StoreUnavailable)
    return `The store does not answer (${error.message}): see to REDIS_URL, or else to the disk of DATA_DIR, and start again.`;
  return error instanceof Error ? error.message : 'The server could not start.';
}
