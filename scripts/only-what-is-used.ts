/** Packages that hand over more than anybody asks for: the server is bundled with what it uses, and loads the rest if asked. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** `z` stands for all of zod, forty languages too. As a namespace it is the same, and what nobody uses can be told. */
export const zodByName: Plugin = {
  name: 'zod-by-name',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/, namespace: 'file' }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const text = await readFile(path, 'utf8');
      return {
        loader: 'ts',
        contents: text.replace("import { z } from 'zod';", "import * as z from 'zod';"),
      };
    });
  },
};

/** The server uses none of restify's thirty plugins: they stay in the package, and come from there when one is named. */
export const restifyPluginsApart: Plugin = {
  name: 'restify-plugins-apart',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]restify[\\/]lib[\\/]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text
        .replace("module.exports.plugins = require('./plugins');", later('plugins', ''))
        .replace("module.exports.pre = require('./plugins').pre;", later('pre', '.pre'));
      if (contents.includes("require('./plugins')"))
        throw new Error(`${path} hands over its plugins in another way`);
      return { contents };
    });
  },
};

function later(name: string, part: string): string {
  return `Object.defineProperty(module.exports, '${name}', { enumerable: true, get: () => require('restify/lib/plugins/index.js')${part} });`;
}
