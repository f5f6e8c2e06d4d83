import { isNewer } from '../assessment/version.ts';
import type { Problem } from './problem.ts';
import type { DefinitionFile } from './read-dialogs.ts';

/** A version means one content: no id and version may be there twice, and the one in force is the newest. */
export function checkVersions(definitions: readonly DefinitionFile[]): Problem[] {
  const current = definitions.filter(({ state }) => state === 'current');
  return definitions
    .filter(({ state }) => state === 'archived')
    .flatMap(({ file, definition: { id, version } }) => {
      const inForce = current.find(({ definition }) => definition.id === id);
      if (!inForce) return [{ file, path: 'id', problem: `no definition in force has the id ${id}` }];
      return isNewer(inForce.definition.version, version)
        ? []
        : [{ file: inForce.file, path: 'version', problem: `must be raised above the archived ${version}` }];
    });
}
