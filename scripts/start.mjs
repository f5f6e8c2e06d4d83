/** Builds what is out of date, then runs the server in this same process, so that signals reach it. */
const { isStale, buildAll } = await import('./build.mjs').catch(withoutBuilder);
if (isStale()) await buildAll();
// By an address that the type checker does not follow: what is built is not ours to check.
await import(new URL('../dist/main.js', import.meta.url).href);

/** An installation without the build's tools runs what was built elsewhere. */
function withoutBuilder(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  return { isStale: () => false, buildAll: async () => {} };
}
