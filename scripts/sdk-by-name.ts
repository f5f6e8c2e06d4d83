/**
 * Bundles of the Bot Framework SDK what is asked of it. Its packages begin with lists of all their files, and each file asks
 * such a list for what it needs: whoever wants a TurnContext loads Azure's clients, axios and fs-extra too (3 MB, a sixth of
 * a start). Here every name comes from the file that holds it. The files are the SDK's own, and none is left out: what is
 * asked for later is loaded then.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const LISTS = [
  'botbuilder',
  'botbuilder-core',
  'botframework-connector',
  'botframework-connector/lib/auth/index.js',
];
const FILE_OF_SDK =
  /[\\/]node_modules[\\/](botbuilder|botbuilder-core|botframework-connector)[\\/]lib[\\/].*\.js$/;
/** Before the path of a file of which nothing is wanted but its names: where nobody uses one, it is not loaded. */
const FOR_NAMES = 'sdk-file:';

/** Behind the path of a list: whom it is made for. Others get it as it is, for names that it alone holds. */
const FOR_ONE = '?for=';

/** Name → the file that holds it. */
type Holders = ReadonlyMap<string, string>;

export function sdkByName(root: string): Plugin {
  return {
    name: 'sdk-by-name',
    async setup({ onResolve, onLoad }) {
      const lists = await readLists(root);
      // A list for each that asks, with no more than it names: what stands in a list shared is loaded for all.
      onResolve({ filter: /^botbuilder$/ }, ({ importer }) => ({
        path: entryOf(root),
        suffix: FOR_ONE + importer,
        sideEffects: false,
      }));
      onResolve({ filter: new RegExp(`^${FOR_NAMES}`) }, ({ path }) => ({
        path: path.slice(FOR_NAMES.length),
        sideEffects: false,
      }));
      onLoad({ filter: FILE_OF_SDK }, async ({ path, suffix }) => {
        const holders = lists.get(path);
        if (holders && !suffix.startsWith(FOR_ONE)) return undefined;
        if (holders)
          return { contents: listed(holders, await readFile(suffix.slice(FOR_ONE.length), 'utf8')) };
        return { contents: askingHolders(await readFile(path, 'utf8'), path, lists) };
      });
    },
  };
}

async function readLists(root: string): Promise<ReadonlyMap<string, Holders>> {
  const sdk = createRequire(entryOf(root));
  const lists = new Map<string, Holders>();
  // Each before those that name it.
  for (const list of LISTS.toReversed()) {
    const file = sdk.resolve(list);
    lists.set(file, holdersIn(await readFile(file, 'utf8'), file, lists));
  }
  return lists;
}

function entryOf(root: string): string {
  return createRequire(join(root, 'package.json')).resolve('botbuilder');
}

/** A list names what it hands on from a file one by one, or says that it hands on all. */
function holdersIn(text: string, file: string, lists: ReadonlyMap<string, Holders>): Holders {
  const requireThere = createRequire(file);
  const holders = new Map<string, string>();
  const add = (name: string, target: string) => {
    const holder = lists.get(target)?.get(name) ?? target;
    if (name !== '__esModule' && !holders.has(name)) holders.set(name, holder);
  };
  const variables = new Map(
    [...text.matchAll(/var (\w+) = require\("([^"]+)"\);/g)].map(([, variable, path = '']) => [
      variable,
      path,
    ]),
  );
  for (const [, name = '', variable] of text.matchAll(/exports, "(\w+)", \{[^}]*return (\w+)\.\w+; \}/g))
    add(name, requireThere.resolve(variables.get(variable) ?? ''));
  for (const [, path = ''] of text.matchAll(/__exportStar\(require\("([^"]+)"\), exports\);/g)) {
    const target = requireThere.resolve(path);
    const names = lists.get(target)?.keys() ?? Object.keys(requireThere(path));
    for (const name of names) add(name, target);
  }
  for (const name of Object.keys(requireThere(file))) add(name, file);
  return holders;
}

function listed(holders: Holders, asking: string): string {
  const words = new Set(asking.split(/\W+/));
  return [...holders]
    .filter(([name]) => words.has(name))
    .map(([name, file]) => `export { ${name} } from ${JSON.stringify(FOR_NAMES + file)};`)
    .join('\n');
}

/** The text of a file with each list that it asks replaced by getters of the names it uses. */
function askingHolders(text: string, file: string, lists: ReadonlyMap<string, Holders>): string {
  const requireThere = createRequire(file);
  return text.replace(/const (\w+) = require\("([^"]+)"\);/g, (asking, variable: string, path: string) => {
    const holders = lists.get(requireThere.resolve(path));
    if (!holders) return asking;
    const used = new Set(
      [...text.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))].map(([, name = '']) => name),
    );
    const getters = [...used].map(name => {
      const holder = holders.get(name);
      if (holder === undefined) throw new Error(`${file}: nothing in the SDK is called ${name}`);
      return `get ${name}() { return require(${JSON.stringify(FOR_NAMES + holder)}).${name}; }`;
    });
    return `const ${variable} = { ${getters.join(', ')} };`;
  });
}
