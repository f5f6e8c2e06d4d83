#!/usr/bin/env bash
# The first POST after a busy moment fails: undici drops an idle connection by a timer, a second before the server would
# close it. A thread that computes for longer than the server's five seconds runs no timers, so the closed connection is
# used once more. A GET is silently sent again on a new one; a POST, which might have been taken, is an error.
# Seen by a test that checked a long text's spelling between two calls to a server of its own.
# Versions: undici 7.30.2, Node 20 or newer (its own fetch does the same). Seen: GET 200, POST UND_ERR_SOCKET, then 200.
# What to do: send again what bears an id that the server knows repetitions by; keep long work off the calling thread.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund undici@7.30.2
cat >server.cjs <<'JS'
const http = require('node:http');
const server = http.createServer((request, response) => request.resume().on('end', () => response.end('ok')));
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
JS
cat >try.cjs <<'JS'
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { fetch } = require('undici');

async function outcome(url, method) {
  try {
    const response = await fetch(url, { method, ...(method === 'POST' && { body: 'x' }) });
    await response.text();
    return response.status;
  } catch (error) {
    return error.cause.code;
  }
}

async function main() {
  const server = fork('./server.cjs');
  const [port] = await once(server, 'message');
  const seen = {};
  for (const method of ['GET', 'POST']) {
    const url = `http://127.0.0.1:${port}/`;
    const idle = await outcome(url, method);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8000);
    seen[method] = [idle, await outcome(url, method), await outcome(url, method)];
  }
  console.log(JSON.stringify(seen));
  server.kill();
}
main();
JS
node --version
result=$(node try.cjs)
echo "$result"
[ "$result" = '{"GET":[200,200,200],"POST":[200,"UND_ERR_SOCKET",200]}' ] || { echo 'changed'; exit 1; }
