/**
 * `npm run understand:train`: learns the second reader's weights from labelled lines and writes them with their
 * checksum. Seeded: the same lines, vocabularies and signs give the same file, byte for byte.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { checksumOf, READER_FILE } from '../src/content/load-second-reader.ts';
import { loadVocabularies } from '../src/content/load-vocabularies.ts';
import { packed } from '../src/conversation/understanding/second/reader-file.ts';
import { linesToLearn } from './understand-train/lines.ts';
import { trained } from './understand-train/trained.ts';

const signs = z
  .record(z.string(), z.string())
  .parse(parse(readFileSync(new URL('understand-train/signs.yaml', import.meta.url), 'utf8')));
const lines = linesToLearn(loadVocabularies('locales'));
const file = packed({ version: '1', signs, models: trained(lines, signs) }, checksumOf);
mkdirSync(dirname(READER_FILE), { recursive: true });
writeFileSync(READER_FILE, file);
console.log(
  `${READER_FILE}: ${lines.length} lines, ${Math.round(file.length / 1000)} kB, ${checksumOf(file)}`,
);
