/** What is measured has one core to itself, everything else shares the other. */
export const SERVER_CORE = 0;
export const OTHER_CORE = 1;

/** The command line that runs this on one core only. */
export function onCore(core: number, command: readonly string[]): [string, string[]] {
  return ['taskset', ['-c', String(core), ...command]];
}

/** The command line that moves every thread of a process; its later threads follow those that start them. */
export function ontoCores(cores: readonly number[], pid: number): [string, string[]] {
  return ['taskset', ['-a', '-c', '-p', cores.join(','), String(pid)]];
}
