import type { Scene } from './context.ts';
import { understoodAnywhere } from './understood-as.ts';

/** Whether a message means a command wherever it is said. */
export function isCommand(scene: Scene, text: string): boolean {
  return understoodAnywhere(scene, text).kind === 'command';
}

/** The dialog that a message asks for by name: "kuntalaiskysely" is no way to say "the whole kunta". */
export function startsWhat(scene: Scene, text: string): string | undefined {
  const meant = understoodAnywhere(scene, text);
  return meant.kind === 'command' && meant.name === 'start' ? meant.dialog : undefined;
}
