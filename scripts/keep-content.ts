/**
 * Keeps the parsed content beside the built server, since parsing its YAML takes longer than anything else of a start.
 * Each value lies under the hash of its text: the server takes it only for the very text it finds in `dialogs/` and
 * `locales/`, so what is edited there afterwards still counts.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';

export async function keepContent(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(['dialogs', 'locales'].map(name => yamlFiles(join(root, name))));
  const kept = await Promise.all(files.flat().map(file => keep(file, folder)));
  const others = (await readdir(folder)).filter(name => !kept.includes(name));
  await Promise.all(others.map(name => rm(join(folder, name))));
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => name.endsWith('.yaml')).map(name => join(folder, name));
}

/** The name of what was kept. What is broken is left to the server, which tells where. */
async function keep(file: string, folder: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8');
  const document = parseDocument(text, { uniqueKeys: true, strict: true });
  if (document.errors.length + document.warnings.length > 0) return undefined;
  const value = document.toJS();
  const json = JSON.stringify(value);
  // YAML knows values that JSON does not.
  if (!isDeepStrictEqual(JSON.parse(json), value)) return undefined;
  const name = `${createHash('sha256').update(text).digest('hex')}.json`;
  await writeFile(join(folder, name), json);
  return name;
}
