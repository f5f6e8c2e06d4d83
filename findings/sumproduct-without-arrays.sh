#!/usr/bin/env bash
# excelize-wasm counts wrong with SUMPRODUCT over a comparison: the formula is taken, a number comes, and no error is
# told, where Excel and LibreOffice count the cells. A test that checks formulas with it passes on sheets that are wrong.
# Version: excelize-wasm 0.1.3, Node 20 or newer. Seen: SUMPRODUCT gives 1, COUNTIF of the same cells 2.
# What to do: check such formulas in an office program, or write them with COUNTIFS and SUMIFS.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund excelize-wasm@0.1.3
cat >try.cjs <<'JS'
const { init } = require('excelize-wasm');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, 'node_modules', 'excelize-wasm');
const wasm = readdirSync(folder).find(name => name.startsWith('excelize.wasm'));
init(join(folder, wasm)).then(excelize => {
  const book = excelize.NewFile();
  ['x', 'y', 'x'].forEach((value, at) => book.SetCellValue('Sheet1', `A${at + 1}`, value));
  book.SetCellFormula('Sheet1', 'B1', '=SUMPRODUCT((A1:A3="x")*1)');
  book.SetCellFormula('Sheet1', 'B2', '=COUNTIF(A1:A3,"x")');
  const calculated = cell => {
    const { value, error } = book.CalcCellValue('Sheet1', cell);
    return error ? `error ${error}` : value;
  };
  console.log(JSON.stringify({ sumproduct: calculated('B1'), countif: calculated('B2') }));
  process.exit(0);
});
JS
node --version
result=$(node try.cjs)
echo "$result"
[ "$result" = '{"sumproduct":"1","countif":"2"}' ] || { echo 'changed'; exit 1; }
