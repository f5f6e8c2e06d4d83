import type { Scene } from './context.ts';

/** Whether a message means a command wherever it is said. */
export function isCommand({ context, session }: Scene, text: string): boolean {
  return context.understand(text, { locale: session.locale, asked: 'any', options: [] }).kind === 'command';
}
