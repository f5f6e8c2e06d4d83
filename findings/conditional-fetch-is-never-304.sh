#!/usr/bin/env bash
# A fetch that names an entity tag gets the whole file again: undici sends `Cache-Control: no-cache` beside
# `If-None-Match`, and fresh, which send (and so express and serve-static) asks, answers no such request with 304.
# The same header without fetch gets 304. Two libraries that each keep to their standard, and together never save a byte.
# Versions: undici 7.16.0, send 1.2.0 (fresh 2.0.0), Node 20 or newer. Seen: fetch 200 with 11 bytes, http.request 304.
# What to do: ask with http.request, or let the server compare entity tags itself before it hands the file over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund undici@7.16.0 send@1.2.0 fresh@2.0.0
printf 'hello world' >file.txt
cat >try.cjs <<'JS'
const http = require('node:http');
const send = require('send');
const { fetch } = require('undici');

const seen = [];
const server = http.createServer((request, response) => {
  seen.push(request.headers['cache-control'] ?? 'none');
  send(request, 'file.txt', { root: __dirname }).pipe(response);
});

function plain(url, headers) {
  return new Promise((resolve, reject) => {
    http.get(url, { headers }, response => response.resume().on('end', () => resolve(response.statusCode))).on('error', reject);
  });
}

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/file.txt`;
  const first = await fetch(url);
  const tag = first.headers.get('etag');
  await first.text();
  const again = await fetch(url, { headers: { 'If-None-Match': tag } });
  const bytes = (await again.text()).length;
  const asked = await plain(url, { 'If-None-Match': tag });
  console.log(JSON.stringify({ fetch: again.status, bytes, cacheControlOfFetch: seen[1], plain: asked, cacheControlOfPlain: seen[2] }));
  server.close();
});
JS
node --version
result=$(node try.cjs)
echo "$result"
[ "$result" = '{"fetch":200,"bytes":11,"cacheControlOfFetch":"no-cache","plain":304,"cacheControlOfPlain":"none"}' ] || { echo 'changed'; exit 1; }
