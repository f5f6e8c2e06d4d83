/**
 * Loaded into a server by `--import`, and only by the bench: tells over a socket file how long the event loop was kept and
 * what collecting young garbage took. No part of the product, which has no such switch.
 */
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GCProfiler } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** How often the event loop's delay is looked at, milliseconds; the histogram holds the delay with this in it. */
const RESOLUTION_MS = 1;

// A thread inherits the flag.
if (isMainThread) listen(process.env.BENCH_PROBE ?? '');

/** @param {string} path */
function listen(path) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let collections = new GCProfiler();
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => {
      delay.disable();
      const { statistics = [] } = collections.stop() ?? {};
      const longest = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
      socket.write(`${JSON.stringify({ longestPauseMs: longest, ...young(statistics) })}\n`);
      collections = new GCProfiler();
      collections.start();
      delay.reset();
      delay.enable();
    });
  });
  server.listen(path).unref();
  process.once('exit', () => rmSync(path, { force: true }));
}

/**
 * The young collections among all: how many, how long, and the bytes that they copied, to the young space or the old.
 * @param {readonly import('node:v8').GCProfilerResult['statistics'][number][]} all
 */
function young(all) {
  const scavenges = all.filter(({ gcType }) => gcType === 'Scavenge');
  return {
    scavenges: scavenges.length,
    scavengeMs: sum(scavenges, ({ cost }) => cost / 1000),
    survivedBytes: sum(
      scavenges,
      ({ beforeGC, afterGC }) =>
        sum(afterGC.heapSpaceStatistics, used(/^new_/)) +
        sum(afterGC.heapSpaceStatistics, used(/^(old|large)_/)) -
        sum(beforeGC.heapSpaceStatistics, used(/^(old|large)_/)),
    ),
  };
}

/** @param {RegExp} spaces */
function used(spaces) {
  /** @param {{ spaceName: string, spaceUsedSize: number }} space */
  return ({ spaceName, spaceUsedSize }) => (spaces.test(spaceName) ? spaceUsedSize : 0);
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => number} of
 */
function sum(items, of) {
  return items.reduce((total, item) => total + of(item), 0);
}
