/** What is measured has one core to itself, everything else shares the other. */
export const SERVER_CORE = 0;
export const OTHER_CORE = 1;

/** The command line that runs this on one core only. */
export function onCore(core: number, command: readonly string[]): [string, string[]] {
  return ['taskset', ['-c', String(core), ...command]];
}
