import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/content/check-used-texts.ts';

const FOLDERS = ['src', 'web', 'scripts'];
const CODE = /\.(?:ts|mjs|html)$/;

/** Every file of code that may show a text to somebody. */
export function readCode(root: string): SourceFile[] {
  return FOLDERS.filter(folder => existsSync(join(root, folder))).flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => CODE.test(name) && !name.includes('node_modules'))
      .map(name => `${folder}/${name}`)
      .map(file => ({ file, text: readFileSync(join(root, file), 'utf8') })),
  );
}
