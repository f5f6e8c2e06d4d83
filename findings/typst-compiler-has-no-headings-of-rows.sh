#!/usr/bin/env bash
# Typst 0.14 can tag the first cell of a row as its heading (`pdf.header-cell(scope: "row")`), but only where its feature
# `a11y-extras` is on, and the compiler for Node offers no way to turn that on: the function is not there. Headings of
# columns (`table.header`) are tagged without it, with their scope, and none of them can be one of a row.
# Versions: @myriaddreamin/typst-ts-node-compiler 0.7.0 (Typst 0.14), Node 20 or newer.
# What to do: head every table with a row, repeat in words what a picture shows, and try again with a newer compiler.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0
cat >try.mjs <<'JS'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const tried = {
  'heading of a row': '#table(columns: 2, table.header[A][B], pdf.header-cell(scope: "row")[a], [b])',
  'heading of a column': '#table(columns: 2, table.header[A][B], [a], [b])',
};
const ways = { 'as it comes': {}, 'with the feature named': { features: ['a11y-extras'] } };
for (const [way, more] of Object.entries(ways))
  for (const [name, mainFileContent] of Object.entries(tried)) {
    const compiler = NodeCompiler.create(more);
    const compiled = compiler.compile({ mainFileContent, ...more });
    const problems = compiled.result ? undefined : compiler.fetchDiagnostics(compiled.takeError());
    console.log(`${way}, ${name}: ${problems?.[0]?.message ?? 'compiled'}`);
  }
JS
node --version
result=$(TYPST_FEATURES=a11y-extras node try.mjs)
echo "$result"
[ "$result" = 'as it comes, heading of a row: module `pdf` does not contain `header-cell`
as it comes, heading of a column: compiled
with the feature named, heading of a row: module `pdf` does not contain `header-cell`
with the feature named, heading of a column: compiled' ] || { echo 'changed'; exit 1; }
