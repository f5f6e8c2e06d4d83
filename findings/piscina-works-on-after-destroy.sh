#!/usr/bin/env bash
# A Piscina pool that has been destroyed, or closed, takes the next job, starts a new thread for it and does it: nothing of
# "closed" is left in it. A job that comes in while a server is being shut down revives what was just ended, and that
# thread is ended by nobody.
# Versions: piscina 5.3.2, Node 20 or newer. Seen: after destroy() and after close() alike run() resolves, with the number
# of another thread, which then stands in the pool.
# What to do: keep one's own "closed" beside the pool and ask it before run(). We keep our own thread (docs/dependencies.md).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --omit=optional piscina@5.3.2 2>/dev/null
cat >job.cjs <<'JS'
const { threadId } = require('node:worker_threads');
module.exports = () => threadId;
JS
cat >try.cjs <<'JS'
const { Piscina } = require('piscina');

async function after(end) {
  const pool = new Piscina({ filename: require.resolve('./job.cjs'), minThreads: 0, maxThreads: 1 });
  const first = await pool.run();
  await pool[end]();
  const told = await pool.run().then(
    second => (second === first ? 'the same thread' : 'another thread'),
    () => 'refused',
  );
  const threads = pool.threads.length;
  await pool.destroy();
  return { told, threads };
}

(async () => console.log(JSON.stringify({ destroy: await after('destroy'), close: await after('close') })))();
JS
node --version
result=$(node try.cjs)
echo "$result"
[ "$result" = '{"destroy":{"told":"another thread","threads":1},"close":{"told":"another thread","threads":1}}' ] || { echo 'changed'; exit 1; }
