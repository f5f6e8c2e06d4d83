#!/usr/bin/env bash
# npm ci --omit=dev installs a development package that a production package names as an optional peer: TypeScript (31 MB)
# comes into production with i18next. --omit=peer does not help; npm marks it `devOptional` in the lockfile. Seen with npm
# 11.19. So the Dockerfile takes it out by name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "i18next": "26.7.2" }, "devDependencies": { "typescript": "7.0.2" } }
JSON
npm install --package-lock-only --ignore-scripts --no-audit --no-fund > /dev/null
npm ci --omit=dev --omit=peer --ignore-scripts --no-audit --no-fund > /dev/null
if [ -d node_modules/typescript ]; then echo "still so: typescript is there with --omit=dev --omit=peer"
else echo "no longer so: the Dockerfile need not take it out"; fi
