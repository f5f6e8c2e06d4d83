import { type Approved, NOBODY_YET } from '../assessment/approved.ts';
import { formatDate } from './format-date.ts';
import type { Voice } from './voice.ts';

/** A piece of content, as far as it matters who has approved it. */
export interface Approvable {
  readonly version: string;
  readonly approved: Approved;
}

/** Which version of a piece of content is meant, and which role has approved it when; or that nobody has; in a line. */
export function approvalLine(
  { t, locale }: Pick<Voice, 't' | 'locale'>,
  dialog: string,
  { version, approved }: Approvable,
): string {
  if (approved === NOBODY_YET) return t('bot:result.provenance-unapproved', { dialog, version });
  const role = t(`actions:roles.${approved.role}`);
  return t('bot:result.provenance', { dialog, version, role, date: formatDate(locale, approved.date) });
}
