import type { Locale } from '../conversation/locale.ts';
import type { SharedResult } from '../conversation/shared-result.ts';
import type { Report } from '../reports/result/report.ts';
import { makeSavingContext } from './make-saving-context.ts';
import { makeReport } from './report/make-report.ts';
import { factsOf, type ResultParts, raise } from './saved-result.ts';

/** A shared result as a document. It bears the day on which it was shared. */
export function sharedReport(
  parts: Omit<ResultParts, 'turns'>,
  { dialog, version, outcome, at }: SharedResult,
  locale: Locale,
): Report {
  const onDefect = parts.render.onDefect ?? raise;
  const context = makeSavingContext(parts.content, factsOf(parts, at), {
    run: { dialog, version },
    onDefect,
  });
  return makeReport(context, locale, { outcome });
}
