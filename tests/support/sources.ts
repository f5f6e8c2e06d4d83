import { readdirSync } from 'node:fs';

/** The TypeScript files in a folder and those below it, by their paths from the project's root. */
export function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts')).map(name => `${folder}/${name.replaceAll('\\', '/')}`);
}
