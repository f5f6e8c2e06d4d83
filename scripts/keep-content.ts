/**
 * Keeps the content beside the built server, since reading it takes longer than anything else of a start: as a whole, read
 * and checked, and each file parsed, for when another one has been edited. All of it lies under the hash of its texts: the
 * server takes it only for the very texts it finds in `dialogs/` and `locales/`, so what is edited there afterwards counts.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { checkedBytes } from '../src/content/checked-by-build.ts';
import { ContentError } from '../src/content/problem.ts';

export async function keepContent(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(['dialogs', 'locales'].map(name => yamlFiles(join(root, name))));
  const parsed = await Promise.all(files.flat().map(file => keep(file, folder)));
  const kept = [...parsed, await keepChecked(root, folder)];
  const others = (await readdir(folder)).filter(name => !kept.includes(name));
  await Promise.all(others.map(name => rm(join(folder, name))));
}

/** Content that is not sound is left to the server, which tells where. */
async function keepChecked(root: string, folder: string): Promise<string | undefined> {
  try {
    const { name, bytes } = checkedBytes(root);
    await writeFile(join(folder, name), bytes);
    return name;
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => name.endsWith('.yaml')).map(name => join(folder, name));
}

/** The name of what was kept; nothing of what is broken. */
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
