/** How words are read apart from the question that is open. */
import type { Scene } from './context.ts';
import type { Understanding } from './understanding/understanding.ts';

type Reading = Pick<Scene, 'context' | 'session'>;

/** What a message means wherever it is said: a command, or nothing for sure. */
export function understoodAnywhere({ context, session }: Reading, text: string): Understanding {
  return context.understand(text, { locale: session.locale, asked: 'any' });
}

/** What a message means as a yes or no. No options were shown, so that "1" and "the last one" are neither. */
export function understoodAsYesOrNo({ context, session }: Reading, text: string): Understanding {
  return context.understand(text, { locale: session.locale, asked: 'yesno', options: [] });
}
