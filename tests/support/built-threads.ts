import { pathToFileURL } from 'node:url';

const OPENS_THREADS = '/src/threads/open-thread.ts';

/**
 * Lets the threads of a server under test start from what was built, as they do where it is in service. From the sources
 * each compiles and loads what it needs: 2.4 s of processor before the first file, and one test of files starts ten.
 */
export function builtThreads() {
  const built = JSON.stringify(pathToFileURL('dist/main.js').href);
  return {
    name: 'built-threads',
    transform: (code: string, id: string) =>
      id.endsWith(OPENS_THREADS) ? code.replaceAll('import.meta.url', built) : undefined,
  };
}
