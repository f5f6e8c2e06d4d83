import { CATALOGUE_UNKNOWN } from '../../assessment/catalogue-version.ts';
import type { WorkbookFigures } from '../../assessment/scoring/workbook/figures-of.ts';
import type { ExportContext } from './export-context.ts';
import { shortDateAt } from './short-date.ts';

/** When the earlier result was kept, by which version, and from which catalogue its actions came; none of a file's. */
export function keptText(
  kept: WorkbookFigures['kept'],
  { t, locale }: Pick<ExportContext, 't' | 'locale'>,
): string | undefined {
  if (!kept) return undefined;
  const { at, version, catalogue } = kept;
  const told = t('workbook-sheet:page.earlier-kept', { date: shortDateAt(locale, at), version });
  if (catalogue === undefined) return told;
  const known = catalogue === CATALOGUE_UNKNOWN ? 'earlier-catalogue-unknown' : 'earlier-catalogue';
  return `${told} ${t(`workbook-sheet:page.${known}`, { catalogue })}`;
}
