#!/usr/bin/env bash
# A Set or Map with few entries at a time, through which many pass (open requests, jobs under way), keeps everything that
# went through it alive until V8's next full collection. Deleted entries leave holes, so that the table is written anew
# every few dozen changes; once the first table is old, each new one is made in the old space at once, and the dead ones,
# which still point to what stood in them, count as alive for every young collection. lru-cache, which keeps its values in an
# array beside the Map and writes places over, leaves nothing; nor does an array with free places.
# Versions: Node 20.20, 22.23, 24.22 and 26.12 alike; lru-cache 11.5.3.
# What to do: for a hot list of what is under way, write places of an array over (`src/http/slots.ts`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts lru-cache@11.5.3
cat >passing.mjs <<'JS'
import { LRUCache } from 'lru-cache';

const PASSING = 2000;
const UNDER_WAY = 32;
const thing = number => Array.from({ length: 100 }, (_, part) => ({ part, number }));
const makers = {
  'a Set': () => {
    const set = new Set();
    return { put: (_, value) => set.add(value), take: (_, value) => set.delete(value) };
  },
  'a Map': () => {
    const map = new Map();
    return { put: (number, value) => map.set(number, value), take: number => map.delete(number) };
  },
  'lru-cache': () => {
    const cache = new LRUCache({ max: 2 * UNDER_WAY });
    return { put: (number, value) => cache.set(number, value), take: number => cache.delete(number) };
  },
  'places written over': () => {
    const places = [];
    return { put: (number, value) => (places[number % UNDER_WAY] = value), take: () => undefined };
  },
};
const used = () => {
  for (let time = 0; time < 3; time++) globalThis.gc({ type: 'minor' });
  return process.memoryUsage().heapUsed / 1e6;
};
// Each in a process of its own: V8 learns from the first what lives long, and would make the other's things old at once.
const [name] = process.argv.slice(2);
const { put, take } = makers[name]();
const underWay = [];
const pass = number => {
  const value = thing(number);
  put(number, value);
  underWay[number % UNDER_WAY] = value;
  const leaving = number - UNDER_WAY + 1;
  if (leaving >= 0) take(leaving, underWay[leaving % UNDER_WAY]);
};
for (let number = 0; number < 1000; number++) pass(number);
for (let time = 0; time < 3; time++) globalThis.gc();
const before = used();
for (let number = 1000; number < 1000 + PASSING; number++) pass(number);
console.log(`${name}: ${used() - before > (PASSING * 100 * 30) / 2e6 ? 'kept' : 'gone'}`);
JS
node --version
passing() {
  node --expose-gc --min-semi-space-size=16 --max-old-space-size=2048 --no-incremental-marking passing.mjs "$1"
}
result=$(passing 'a Set' && passing 'a Map' && passing 'lru-cache' && passing 'places written over')
echo "$result"
[ "$result" = 'a Set: kept
a Map: kept
lru-cache: gone
places written over: gone' ] || { echo 'changed'; exit 1; }
