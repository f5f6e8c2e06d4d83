#!/usr/bin/env bash
# Typst exports as PDF/UA-1 a document that names no language and has a table without a row of headings, which nobody who
# listens to it can follow; a picture without an alternative text it refuses, and so it does a character that no font has.
# Versions: @myriaddreamin/typst-ts-node-compiler 0.7.0 (Typst 0.14), Source Sans 3 from npm, Node 20 or newer.
# What to do: set language and headings, and check both yourself; put a sign of your own for what the font has not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 @expo-google-fonts/source-sans-3@0.4.1
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const font = readFileSync('node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
const head = '#set document(title: "T")\n#set text(font: "Source Sans 3", fallback: false)\n';
const svg = '<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>';
const tried = {
  'no language, a table without headings': '#table(columns: 2)[a][b]',
  'no alternative text': `#image(bytes("${svg}"))`,
};
for (const [name, body] of Object.entries(tried)) {
  const { result } = compiler.compile({ mainFileContent: head + body });
  try {
    const pdf = compiler.pdf(result, { pdfStandard: 'ua-1' });
    console.log(`${name}: ${pdf.subarray(0, 5)}`);
  } catch {
    console.log(`${name}: refused`);
  }
}
JS
node --version
result=$(node try.mjs)
echo "$result"
[ "$result" = 'no language, a table without headings: %PDF-
no alternative text: refused' ] || { echo 'changed'; exit 1; }
