/** The life of the server: what is done again and again while it runs, and how it ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BEAT_MS } from '../bot/senders.ts';
import type { HttpServer } from '../http/server.ts';
import { PUBLISH_MS } from '../metrics/shared-counts.ts';
import { createTelemetry, type Telemetry } from '../metrics/telemetry.ts';
import type { SavedFiles } from '../saving/saved-files.ts';
import type { Turns } from '../turns/turns.ts';
import type { Channels } from './channels.ts';
import { type Foundation, newName } from './foundation.ts';
import type { Prefilling } from './prefilling.ts';

export interface App {
  /** Starts serving; the address to open. */
  listen(): Promise<string>;
  /** Stops taking requests, lets what is under way end, and closes the store. */
  close(): Promise<void>;
}

const SWEEP_MS = 60_000;
const REMIND_MS = 5 * 60_000;
/** Docker kills a container ten seconds after it is told to stop; closing sockets and the last deliveries take some. */
const DRAIN_MS = 7000;

interface Opened {
  readonly server: HttpServer;
  readonly channels: Channels;
  readonly files: SavedFiles;
  readonly prefilling: Prefilling | undefined;
  readonly turns: Pick<Turns, 'resume'>;
}

export function running(base: Foundation, { server, channels, files, prefilling, turns }: Opened): App {
  const { config, address, store, secrets, metrics } = base;
  const { bot, directLine } = channels;
  const telemetry = telemetryOf(base);
  const endRounds = startRounds(base, { bot, telemetry, turns });
  const beats = setInterval(() => void bot?.beat(), BEAT_MS).unref();
  return {
    async listen() {
      // First: a process without a beat counts as ended, and others send what waits in the outbox for it.
      await bot?.beat();
      address.port = await server.listen(config.server);
      void bot?.sweep();
      void bot?.remind();
      void turns.resume();
      void metrics.publish();
      return address.publicUrl();
    },
    async close() {
      server.announceStop();
      await sleep(config.server.shutdownDelayMs);
      endRounds();
      secrets.close();
      await server.drain(DRAIN_MS);
      await Promise.all([directLine.close(), metrics.leave(), telemetry?.send()]);
      await server.close();
      await files.close();
      await prefilling?.close();
      clearInterval(beats);
      await bot?.close();
      await store.close();
    },
  };
}

/** Undefined where the settings name no collector. */
function telemetryOf({ config, metrics, now, log }: Foundation): Telemetry | undefined {
  return (
    config.telemetry &&
    createTelemetry({
      ...config.telemetry,
      meter: metrics.meter,
      instance: newName(),
      now,
      onTrouble: reason => log.warn({ code: 'telemetry-not-taken', reason }, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
    })
  );
}

/** What is done again and again while the server runs; the returned function ends it. */
function startRounds(
  { metrics, config }: Foundation,
  {
    bot,
    telemetry,
    turns,
  }: Pick<Opened, 'turns'> & { bot: Channels['bot']; telemetry: Telemetry | undefined },
): () => void {
  const rounds = [
    setInterval(() => void bot?.sweep(), SWEEP_MS),
    setInterval(() => void turns.resume(), SWEEP_MS),
    setInterval(() => void bot?.remind(), REMIND_MS),
    setInterval(() => void metrics.publish(), PUBLISH_MS),
    ...(config.telemetry ? [setInterval(() => void telemetry?.send(), config.telemetry.intervalMs)] : []),
  ];
  for (const round of rounds) round.unref();
  return () => rounds.forEach(clearInterval);
}
