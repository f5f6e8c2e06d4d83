#!/usr/bin/env bash
# Stryker stops before the first mutation where TypeScript 7 is installed and a tsconfig.json stands in the folder, also
# for a project of plain JavaScript: it reads the file through TypeScript's library, and version 7 brings the compiler
# without the library's functions. Without the tsconfig.json, or with TypeScript 5, the same project is mutated.
# Version: @stryker-mutator/core 9.6.1 with typescript 7.0.2, Node 20 or newer. Seen: "parseConfigFileTextToJson is not a
# function", exit code 1; with typescript 5.9.3 exit code 0.
# What to do: tell it of no such file ("tsconfigFile": "none").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
node --version

# tried TYPESCRIPT TSCONFIGFILE: the exit code, and the words of the failure.
tried() {
  mkdir "$1-$2" && cd "$1-$2"
  npm init -y >/dev/null
  npm install --silent --no-audit --no-fund --ignore-scripts @stryker-mutator/core@9.6.1 "typescript@$1" >/dev/null
  echo '{}' >tsconfig.json
  echo 'exports.sum = (one, other) => one + other;' >sum.js
  echo "require('node:assert').equal(require('./sum.js').sum(1, 2), 3);" >test.js
  cat >stryker.config.json <<JSON
{ "testRunner": "command", "commandRunner": { "command": "node test.js" }, "mutate": ["sum.js"],
  "tsconfigFile": "$2", "reporters": [], "checkers": [], "concurrency": 1, "allowConsoleColors": false }
JSON
  code=0
  npx stryker run >told.txt 2>&1 || code=$?
  words=$(grep -o 'parseConfigFileTextToJson is not a function' told.txt | sort -u || true)
  cd ..
  echo "typescript $1, $2: $code $words"
}

result=$(
  tried 7.0.2 tsconfig.json
  tried 7.0.2 none
  tried 5.9.3 tsconfig.json
)
echo "$result"
expected='typescript 7.0.2, tsconfig.json: 1 parseConfigFileTextToJson is not a function
typescript 7.0.2, none: 0 
typescript 5.9.3, tsconfig.json: 0 '
[ "$result" = "$expected" ] || { echo 'changed'; exit 1; }
