// @ts-check
const LOOK_MS = 1000;

/**
 * Ends this process in order once the npm that runs `npm start` or `npm run dev` is gone: SIGTERM and SIGINT it hands on,
 * since `exec` leaves no shell between them that would keep them to itself; of SIGHUP or SIGKILL it dies alone, and the
 * server would go on unseen and hold its port. (In cmd.exe, which has no `exec`, the other half of the script starts it.)
 * @param {'start' | 'dev'} script
 */
export function stopWithNpm(script) {
  if (process.env.npm_lifecycle_event !== script) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGHUP');
  }, LOOK_MS);
  watch.unref();
}
