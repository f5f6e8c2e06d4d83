#!/usr/bin/env bash
# npm ci --omit=dev installs a development package that a production package names as an optional peer: TypeScript (31 MB)
# comes into production with i18next. --omit=peer does not help; npm marks it `devOptional` in the lockfile.
# Versions: npm 11.19, i18next 26.7.2, typescript 7.0.2. Seen: node_modules/typescript is there.
# What to do: take it out by name, as the Dockerfile does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >package.json <<'JSON'
{ "private": true, "dependencies": { "i18next": "26.7.2" }, "devDependencies": { "typescript": "7.0.2" } }
JSON
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null
npm ci --omit=dev --omit=peer --ignore-scripts --no-audit --no-fund >/dev/null
npm --version
if [ -d node_modules/typescript ]; then echo 'typescript is installed with --omit=dev --omit=peer'
else echo 'changed'; exit 1; fi
