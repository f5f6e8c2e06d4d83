import { isNewer } from '../assessment/version.ts';
import type { Problem } from './problem.ts';
import type { InstrumentFile } from './read-dialogs.ts';

/** A version means one content: no id and version may be there twice, and the one in force is the newest. */
export function checkVersions(instruments: readonly InstrumentFile[]): Problem[] {
  const current = instruments.filter(({ state }) => state === 'current');
  return instruments
    .filter(({ state }) => state === 'archived')
    .flatMap(({ file, instrument: { id, version } }) => {
      const inForce = current.find(({ instrument }) => instrument.id === id);
      if (!inForce) return [{ file, path: 'id', problem: `no instrument in force has the id ${id}` }];
      return isNewer(inForce.instrument.version, version)
        ? []
        : [{ file: inForce.file, path: 'version', problem: `must be raised above the archived ${version}` }];
    });
}
