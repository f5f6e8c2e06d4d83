import type { Block, View } from './view.ts';

/** What a message begins with; a string is plain text. */
type First = string | Extract<Block, { block: 'heading' | 'text' }>;

/** A message that wants no answer. What it begins with is its gist. */
export function tells(first: First, more: readonly Block[] = []): View {
  const opening = typeof first === 'string' ? ({ block: 'text', text: first } as const) : first;
  return { gist: opening.text, expects: 'nothing', blocks: [opening, ...more] };
}

/** A message that wants one. */
export function asks(first: First, more: readonly Block[]): View {
  return { ...tells(first, more), expects: 'answer' };
}
