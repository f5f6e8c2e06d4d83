/** What the register tells, line by line: for a terminal, each proposal with its reason. */
import type { Prefilled } from '../assessment/prefilled.ts';
import { nameIn } from '../assessment/register.ts';
import type { Workbook } from '../assessment/scoring/workbook/workbook-instrument.ts';
import type { Content } from '../content/load-content.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Found, Offer } from '../conversation/prefilling/found.ts';
import { newsOf } from '../conversation/prefilling/news.ts';
import { newsLines, offerText, otherText, sourceText, whyText } from '../presentation/prefill-texts.ts';
import { voiceOf } from '../presentation/voice.ts';
import { renderContext } from './render-context.ts';

interface Describing {
  readonly content: Content;
  readonly workbook: Workbook;
  readonly locale: Locale;
}

/** `earlier`: what was known when the register was looked into before. */
export function describeFound(
  { content, workbook, locale }: Describing,
  found: Found,
  earlier: Prefilled | undefined,
): string[] {
  const voice = voiceOf(locale, 'text', renderContext(content));
  const { t } = voice;
  const { instrument } = workbook;
  const offers = (all: readonly Offer[]) =>
    all.map(one =>
      t('prefill:cli.line', { line: offerText(voice, instrument, one), why: whyText(voice, one) }),
    );
  const plain = (lines: readonly string[]) => lines.map(line => t('prefill:cli.plain', { line }));
  const news = earlier
    ? newsOf(earlier, found).flatMap(one => newsLines(voice, instrument, { ...one, own: false }))
    : [];
  const { sure, unsure, others, municipality, day, leftOut } = found;
  const source = sourceText(voice, day);
  const name = nameIn(content.register('municipalities'), municipality, locale);
  return [
    municipality === '' ? source : t('prefill:cli.heading', { municipality: name, source }),
    ...part(t('prefill:cli.news', { count: news.length }), plain(news)),
    ...part(t('prefill:cli.sure', { count: sure.length }), offers(sure)),
    ...part(t('prefill:cli.unsure', { count: unsure.length }), offers(unsure)),
    ...part(
      t('prefill:cli.others', { count: others.length }),
      plain(others.map(one => otherText(voice, one))),
    ),
    ...(leftOut > 0 ? [t('prefill:left-out', { count: leftOut })] : []),
  ];
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines] : [];
}
