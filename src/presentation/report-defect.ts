import type { RenderContext } from './context.ts';

/** Reports a fault of ours, and gives the reference it is found under. Where nobody takes reports it is thrown. */
export function reportDefect(error: unknown, { onDefect }: Pick<RenderContext, 'onDefect'>): string {
  if (!onDefect) throw error;
  return onDefect(error);
}
