/** Builds what is out of date, then runs the server in this same process, so that signals reach it. */
const { isStale, buildAll } = await import('./build.mjs').catch(withoutBuilder);
if (isStale()) await buildAll();
await import('../dist/main.js');

/** An installation without the build's tools runs what was built elsewhere. */
function withoutBuilder(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  return { isStale: () => false, buildAll: async () => {} };
}
