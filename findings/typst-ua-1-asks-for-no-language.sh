#!/usr/bin/env bash
# typst 0.14 (@myriaddreamin/typst-ts-node-compiler 0.7.0) exports as PDF/UA-1 what names no language of its own and has a
# table without a row of headings; a character that no font has it refuses, so that one emoji in somebody's words stops
# the whole file. So reports set the language and the headings themselves, and put a square for what the font has not
# (src/reports/result/pdf/). Its Finnish hyphenation divides compounds in the wrong place: it is off.
set -euo pipefail
cd "$(dirname "$0")/.."
node --input-type=module -e '
  import { readFileSync } from "node:fs";
  import { createRequire } from "node:module";
  import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
  const require = createRequire(`${process.cwd()}/`);
  const font = require.resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf");
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] });
  const head = `#set document(title: "T")\n#set text(font: "Source Sans 3", fallback: false)\n`;
  const tried = {
    "no language, a table without headings": "#table(columns: 2)[a][b]",
    "an emoji": "hyvä \u{1F331}",
    "no alternative text": "#image(bytes(\"<svg xmlns=\\\"http://www.w3.org/2000/svg\\\" width=\\\"9\\\" height=\\\"9\\\"/>\"))",
  };
  for (const [name, body] of Object.entries(tried)) {
    const { result } = compiler.compile({ mainFileContent: head + body });
    try {
      const pdf = compiler.pdf(result, { pdfStandard: "ua-1" });
      console.log(`${name}: ${pdf.length} bytes of PDF/UA-1`);
    } catch (error) {
      console.log(`${name}: refused, ${error.message.split("message: ")[1]?.split(", trace")[0]}`);
    }
  }'
