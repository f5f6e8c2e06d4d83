#!/usr/bin/env bash
# What a CommonJS package exports by name is there for `import()` in Node, in a bundle of esbuild that is one file, and not in one
# that is split: the part in which the package lies has a default export alone, and a name taken from it is undefined. The build
# says nothing; the first use fails ("Agent is not a constructor"). The default holds all names in each of the three.
# Versions: esbuild 0.28.2; undici 7.30.2 (CommonJS with names that Node sees); Node 20.20.
# What to do: take what is loaded late from the default (`(await import('undici')).default`), and try the built server
# (`tests/e2e/posted.e2e.test.ts`): unbundled, all tests were green while the built one could send nothing to a channel.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts esbuild@0.28.2 undici@7.30.2
cat >late.mjs <<'JS'
const { Agent, default: whole } = await import('undici');
console.log(`${process.argv[2]}: by name ${typeof Agent}, in the default ${typeof whole.Agent}`);
JS
bundled() {
  node_modules/.bin/esbuild late.mjs --bundle --platform=node --format=esm --log-level=warning --outdir="$1" \
    --out-extension:.js=.mjs "--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" \
    "${@:2}"
}
node --version
bundled whole
bundled split --splitting
result=$(node late.mjs 'in Node' && node whole/late.mjs 'in one file' && node split/late.mjs 'in parts')
echo "$result"
[ "$result" = 'in Node: by name function, in the default function
in one file: by name function, in the default function
in parts: by name undefined, in the default function' ] || { echo 'changed'; exit 1; }
