#!/usr/bin/env bash
# Once restify is loaded, `response.writeHead(200).end()` throws in every server of the process, also in one of node:http
# that restify has nothing to do with: it puts a writeHead of its own on http.ServerResponse.prototype, and that one
# returns nothing, where Node's returns the response. A test's own little server beside ours fell over it.
# Versions: restify 12.0.0, Node 20 or newer. Seen: before the import the chain works, after it writeHead gives undefined.
# What to do: call end() in a statement of its own wherever restify may be in the process.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund restify@12.0.0 2>/dev/null
cat >try.cjs <<'JS'
const http = require('node:http');

function chained() {
  return new Promise(resolve => {
    const server = http.createServer((_, response) => {
      const returned = response.writeHead(200);
      response.end();
      resolve(returned === response ? 'the response' : String(returned));
    });
    server.listen(0, '127.0.0.1', () => {
      http.get({ port: server.address().port, agent: false }, answer => answer.resume().on('end', () => server.close()));
    });
  });
}

chained().then(async before => {
  require('restify');
  console.log(JSON.stringify({ before, after: await chained() }));
});
JS
node --version
result=$(node --no-deprecation try.cjs)
echo "$result"
[ "$result" = '{"before":"the response","after":"undefined"}' ] || { echo 'changed'; exit 1; }
