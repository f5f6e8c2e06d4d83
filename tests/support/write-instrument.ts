import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { instrumentSchema } from '../../src/assessment/instrument.ts';
import { expectedTexts } from '../../src/content/expected-texts.ts';
import type { TextTree } from '../../src/content/texts.ts';
import { LOCALES } from '../../src/conversation/locale.ts';

const HEADER = {
  id: 'tried',
  version: '1.0.0',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-11-27' },
  source: 'own',
  scoring: { by: 'plain' },
};

/**
 * Writes an instrument `tried` into a folder: the YAML's lists, scales and steps under a plain header, and for every
 * text it needs the last words of its key.
 */
export function writeInstrument(folder: string, yaml: string): void {
  const written = { ...HEADER, ...parse(yaml) };
  const instrument = instrumentSchema.parse(written);
  const file = { file: 'dialogs/tried.yaml', instrument, state: 'current' as const };
  const needed = expectedTexts({ instruments: [file], catalogue: undefined }).filter(
    ({ namespace, need }) => namespace === 'tried' && need === 'required',
  );
  write(join(folder, 'dialogs'), 'tried.yaml', stringify(written));
  for (const locale of LOCALES) {
    const texts = stringify(nested(needed.map(({ key }) => key)));
    write(join(folder, 'locales', locale), 'tried.yaml', texts);
  }
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

function nested(keys: readonly string[], path: readonly string[] = []): TextTree {
  const heads = [...new Set(keys.map(key => key.split('.')[0] ?? ''))];
  return Object.fromEntries(
    heads.map(head => {
      const tails = keys.filter(key => key.startsWith(`${head}.`)).map(key => key.slice(head.length + 1));
      const here = [...path, head];
      return [head, tails.length > 0 ? nested(tails, here) : wordsOf(here)];
    }),
  );
}

/** "data.item-3.name" is called "Item 3", "scales.done.yes" "Yes". */
function wordsOf(path: readonly string[]): string {
  const [group, ...rest] = path;
  const said = group === 'outcome' ? '{{answered}}/{{all}}' : '';
  const last = rest.filter(part => part !== 'name' && part !== 'short').at(-1) ?? group ?? '';
  const words = last.replaceAll('-', ' ');
  return rest.at(-1) === 'answered' ? said : words.slice(0, 1).toUpperCase() + words.slice(1);
}
