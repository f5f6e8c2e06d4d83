/** What each model of the second reader is to tell apart, and what a labelled line teaches it. */
import type { Line } from './lines.ts';

export const OUTSIDE = 'aside';
const VALUES = {
  yesno: ['yes', 'partly', 'no', 'unknown', 'na'],
  phase: ['manual', 'partial', 'full', 'unknown', 'na'],
  status: ['outside', 'none', 'planned', 'inuse', 'unknown', 'na'],
  number: ['figure', 'unknown', 'na'],
} as const;
const NUMBERS = ['percent', 'count', 'minutes', 'euros', 'number'];

/** A question with a guess was agreed on: the guess is taught by this much. */
const GUESSED = 0.6;

export type ModelName = keyof typeof VALUES | 'aside';
export const MODELS: readonly ModelName[] = ['yesno', 'phase', 'status', 'number', 'aside'];

export function labelsOf(model: ModelName, lines: readonly Line[]): string[] {
  if (model !== 'aside') return [...VALUES[model], OUTSIDE];
  const commands = lines.flatMap(({ expected }) => expected.filter(one => one.startsWith('/')));
  return ['?', ...new Set(commands)].sort();
}

/** How much of each label the line teaches, together 1; undefined where it has nothing to do with the model. */
export function targetOf(
  { asked, expected }: Line,
  model: ModelName,
): ReadonlyMap<string, number> | undefined {
  const shares = expected.flatMap(one => shareOf(one, model));
  const own = model === 'aside' || asked === model || (model === 'number' && NUMBERS.includes(asked));
  const fits = shares.length > 0 && (own || shares.every(([label]) => COMMON.includes(label)));
  if (!fits) return undefined;
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const target = new Map<string, number>();
  for (const [label, share] of shares)
    target.set(label, (target.get(label) ?? 0) + share / Math.max(1, total));
  return target;
}

/** Not knowing and wishing something of the bot are said alike whatever is asked. */
const COMMON: readonly string[] = ['unknown', OUTSIDE];

function shareOf(label: string, model: ModelName): [string, number][] {
  if (model === 'aside') return label.startsWith('/') || label === '?' ? [[label, 1]] : [];
  if (label.startsWith('/') || label === '?') return [[OUTSIDE, 1]];
  const guess = label.replace(/^\?/, '');
  const value = model === 'number' && Number.isFinite(Number(guess)) ? 'figure' : guess;
  if (value.startsWith('/')) return [[OUTSIDE, GUESSED]];
  return [[value, label.startsWith('?') ? GUESSED : 1]];
}
