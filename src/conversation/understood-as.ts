/** How words are read apart from the question that is open. */
import type { Value } from '../assessment/answers.ts';
import type { Scene } from './context.ts';
import type { Understanding } from './understanding/understanding.ts';

type Reading = Pick<Scene, 'context' | 'session'>;

/** What a message means wherever it is said: a command, or nothing for sure. */
export function understoodAnywhere({ context, session }: Reading, text: string): Understanding {
  return context.understand(text, { locale: session.locale, asked: 'any' });
}

/** Whether a message means a command wherever it is said. */
export function isCommand(scene: Reading, text: string): boolean {
  return understoodAnywhere(scene, text).kind === 'command';
}

/** The dialog that a message asks for by name: "kuntalaiskysely" is no way to say "the whole kunta". */
export function startsWhat(scene: Reading, text: string): string | undefined {
  const meant = understoodAnywhere(scene, text);
  return meant.kind === 'command' && meant.name === 'start' ? meant.dialog : undefined;
}

/** What a message means as a yes or no. No options were shown, so that "1" and "the last one" are neither. */
export function understoodAsYesOrNo({ context, session }: Reading, text: string): Understanding {
  return context.understand(text, { locale: session.locale, asked: 'yesno', options: [] });
}

/** The answer that a message is for sure as a yes or no: `yes`, `partly`, `no`, `unknown`, `na`; undefined for any other. */
export function answeredAsYesOrNo(scene: Reading, text: string): Value | undefined {
  const read = understoodAsYesOrNo(scene, text);
  return read.kind === 'answer' ? read.value : undefined;
}
