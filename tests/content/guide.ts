import { readFileSync } from 'node:fs';

/** The guide to writing dialogs, whose examples are tried. */
export const guide = readFileSync('docs/writing-dialogs.md', 'utf8');

/** Its pieces of YAML, without the indentation that they have inside a list. */
const blocks = [...guide.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', text = '']) =>
  text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

/** The one piece that holds these words. */
export function block(words: string): string {
  const [found, ...others] = blocks.filter(text => text.includes(words));
  if (found === undefined || others.length > 0) throw new Error(`not one block of the guide holds ${words}`);
  return found;
}
