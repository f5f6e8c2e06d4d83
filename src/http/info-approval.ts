import { formatDate } from '../presentation/format-date.ts';
import type { Approved, InfoVoice } from './info-options.ts';

/** Which version of a piece of content is meant, and which role has approved it when, in a line. */
export function approvalLine(
  { t, locale }: InfoVoice,
  name: string,
  { version, approved }: Approved,
): string {
  const role = t(`actions:roles.${approved.role}`);
  return t('bot:result.provenance', { dialog: name, version, role, date: formatDate(locale, approved.date) });
}
