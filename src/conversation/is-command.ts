import type { Scene } from './context.ts';

/** Whether a message means a command wherever it is said. */
export function isCommand(scene: Scene, text: string): boolean {
  return meantAnywhere(scene, text).kind === 'command';
}

/** The dialog that a message asks for by name: "kuntalaiskysely" is no way to say "the whole kunta". */
export function startsWhat(scene: Scene, text: string): string | undefined {
  const meant = meantAnywhere(scene, text);
  return meant.kind === 'command' && meant.name === 'start' ? meant.dialog : undefined;
}

function meantAnywhere({ context, session }: Scene, text: string) {
  return context.understand(text, { locale: session.locale, asked: 'any', options: [] });
}
