/** The arrows between the rooms of `src/`, held: who may import whom, and no cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Room → the rooms it may import. `files` stands for the modules directly in `src/`. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  assessment: [],
  conversation: ['assessment'],
  content: ['assessment', 'conversation'],
  catalogue: ['assessment', 'conversation', 'store', 'threads'],
  store: [],
  threads: [],
  presentation: ['assessment', 'conversation'],
  reports: ['assessment', 'conversation', 'threads'],
  turns: ['assessment', 'conversation', 'store'],
  bot: ['conversation', 'presentation', 'store', 'turns'],
  directline: ['conversation', 'presentation', 'store', 'turns'],
  http: ['assessment', 'bot', 'conversation', 'directline', 'presentation', 'reports', 'store'],
  metrics: ['store', 'turns'],
  saving: [
    'assessment',
    'content',
    'conversation',
    'directline',
    'http',
    'presentation',
    'reports',
    'store',
    'threads',
    'turns',
  ],
};

/** Those that wire the rooms together, or run them by hand, import what they like; no room imports them. */
const OPEN = ['files', 'app', 'commands', 'config'];

/** Packages that only one place may import. */
const WALLED: readonly { from: RegExp; only: RegExp }[] = [
  { from: /^bot(builder|framework)/, only: /^src\/bot\// },
  { from: /^undici$/, only: /^src\/(bot|catalogue)\// },
  { from: /^restify$/, only: /^src\/http\// },
  { from: /^ioredis$/, only: /^src\/store\/redis\// },
  { from: /^lmdb$/, only: /^src\/store\/embedded\// },
  { from: /^i18next$/, only: /^src\/content\// },
  { from: /^yaml$/, only: /^src\/content\// },
  { from: /^@myriaddreamin\//, only: /^src\/reports\/result\/pdf\// },
  { from: /^docx$/, only: /^src\/reports\/result\// },
  { from: /^@resvg\//, only: /^src\/presentation\/picture\// },
];

const files = filesIn('src');
const imports = files.flatMap(importsOf);

describe('the rooms of src/', () => {
  it('are only the ones drawn', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter(room => !(room in ARROWS) && !OPEN.includes(room))).toEqual([]);
  });

  it('have nothing beside them but the start, its table of contents, the settings and the log', () => {
    const beside = files.filter(file => roomOf(file) === 'files');
    expect(beside.sort()).toEqual(['app', 'config', 'log', 'main'].map(name => `src/${name}.ts`));
  });

  it('import only along the arrows', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), target && roomOf(target)];
      return to && from !== to && from in ARROWS && !ARROWS[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('keep each walled package behind its one door', () => {
    const wrong = imports.filter(({ file, specifier }) =>
      WALLED.some(({ from, only }) => from.test(specifier) && !only.test(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('leave the environment to config.ts', () => {
    const readers = files.filter(file => /\bprocess\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });

  it('have no import cycles', () => {
    expect(findCycle(files, imports)).toEqual([]);
  });

  it('have no cycles between folders that lie side by side', () => {
    const between = imports.flatMap(({ file, target }) => (target ? sideBySide(file, target) : []));
    expect(findCycle([...new Set(between.map(({ file }) => file))], between)).toEqual([]);
  });
});

describe('the tests', () => {
  it('replace none of our own modules', () => {
    const mocking = filesIn('tests').filter(file =>
      /\bvi\s*\.\s*(do)?mock\(/i.test(readFileSync(file, 'utf8')),
    );
    expect(mocking).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts')).map(name => `${folder}/${name.replaceAll('\\', '/')}`);
}

interface Import {
  file: string;
  specifier: string;
  /** The file it resolves to, for our own modules. */
  target: string | undefined;
}

function importsOf(file: string): Import[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].flatMap(([, fromClause, dynamic]) => {
    const specifier = fromClause ?? dynamic;
    if (!specifier) return [];
    const target = specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/')
      : undefined;
    return [{ file, specifier, target }];
  });
}

function roomOf(file: string): string {
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? 'files';
}

/** The import as one between two folders of one folder: `presentation/replies` and `presentation/sections`. */
function sideBySide(file: string, target: string): Arrow[] {
  const [from, to] = [dirname(file).split('/'), dirname(target).split('/')];
  const apart = from.findIndex((folder, at) => folder !== to[at]);
  if (apart < 0 || apart >= to.length) return [];
  const upTo = (path: readonly string[]) => path.slice(0, apart + 1).join('/');
  return [{ file: upTo(from), target: upTo(to) }];
}

type Arrow = Pick<Import, 'file' | 'target'>;

/** A cycle as a list of files or folders, or an empty list. */
function findCycle(nodes: readonly string[], arrows: readonly Arrow[]): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    const targets = arrows.flatMap(one => (one.file === node && one.target ? [one.target] : []));
    const cycle = targets.map(target => visit(target, [...path, node])).find(found => found.length > 0);
    done.add(node);
    return cycle ?? [];
  };
  return nodes.map(node => visit(node, [])).find(cycle => cycle.length > 0) ?? [];
}
