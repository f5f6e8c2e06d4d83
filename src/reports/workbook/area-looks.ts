import type { AreaColumn, ColumnKey } from './area-columns.ts';
import { LOOKS, withFormat } from './looks.ts';
import type { Style } from './xlsx/sheet.ts';

/** Columns that look otherwise than their kind. */
const SPECIAL: Partial<Record<ColumnKey, Style>> = {
  id: LOOKS.technical,
  usage: withFormat(LOOKS.input, 'percent'),
  cases: withFormat(LOOKS.input, 'number'),
  degree: withFormat(LOOKS.computed, 'wholePercent'),
  electronic: withFormat(LOOKS.computed, 'number'),
  'yearly-cost': withFormat(LOOKS.input, 'number'),
  'one-off-cost': withFormat(LOOKS.input, 'number'),
  saving: withFormat(LOOKS.computed, 'euros'),
  payback: withFormat(LOOKS.computed, 'years'),
  missing: { ...LOOKS.computed, horizontal: 'left', indent: 1 },
  next: { ...LOOKS.computed, horizontal: 'left', indent: 1 },
  owner: LOOKS.inputText,
  deadline: withFormat(LOOKS.input, 'day'),
  note: LOOKS.inputText,
};

/** How a cell of a service's row looks; on a row for a service of one's own more of them are filled in. */
export function styleOf({ key, kind }: AreaColumn, row: 'listed' | 'own'): Style {
  const special = SPECIAL[key];
  if (key === 'ptv' || key === 'cases-kind')
    return row === 'own' ? { ...LOOKS.center, unlocked: true } : LOOKS.center;
  if (special) return special;
  if (key === 'name') return row === 'own' ? LOOKS.inputText : LOOKS.bold;
  if (kind === 'fixed') return row === 'own' ? { ...LOOKS.hint, unlocked: true } : LOOKS.text;
  return LOOKS[kind];
}
