import { NOBODY_YET } from '../assessment/approved.ts';
import type { Approvable } from './approvable.ts';
import { formatDate } from './format-date.ts';
import type { Voice } from './voice.ts';

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
