import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

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
