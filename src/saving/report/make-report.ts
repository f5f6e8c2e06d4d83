import type { Entry } from '../../assessment/answers.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { type Outcome, sectionOf } from '../../assessment/outcome.ts';
import { type Prefilled, sourcedByDay } from '../../assessment/prefilled.ts';
import { stairsOf } from '../../assessment/scoring/stairs/rules.ts';
import { sourcesOf } from '../../assessment/sources-of.ts';
import { dayOf } from '../../conversation/day-of.ts';
import type { Locale } from '../../conversation/locale.ts';
import { summaryOf } from '../../conversation/reviewing.ts';
import type { Told } from '../../conversation/session.ts';
import { approvalLine } from '../../presentation/approval-line.ts';
import { catalogueLines } from '../../presentation/catalogue-lines.ts';
import { inputOf, inputShort, instrumentOf } from '../../presentation/dialog-texts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatShare } from '../../presentation/format-number.ts';
import { judgedMunicipality } from '../../presentation/judged-municipality.ts';
import { sourcedText } from '../../presentation/prefill-texts.ts';
import { outcomeTitle } from '../../presentation/replies/result.ts';
import { summary } from '../../presentation/replies/summary.ts';
import { judgedUnit } from '../../presentation/sections/judged-unit.ts';
import { valueLabel } from '../../presentation/value-label.ts';
import { type Voice, voiceOf } from '../../presentation/voice.ts';
import type { Fact, Report, ReportPart } from '../../reports/result/report.ts';
import type { SavingContext } from '../saved-exchange.ts';
import { coverageOf } from './coverage.ts';
import { reportBlocks, rowsInLine } from './report-blocks.ts';
import { sectionParts } from './section-parts.ts';

/** What a report is made from, whatever instrument it came from and wherever it was kept: plain data. */
export interface ReportSource {
  readonly outcome: Outcome;
  /** What was told; left out where only the outcome is known, as of a shared result. */
  readonly told?: Told;
  /** The same of other areas that stand beside it. */
  readonly others?: readonly Told[];
  /** What came from a register of services and stands as it came. */
  readonly prefilled?: Prefilled | undefined;
}

/**
 * A result as a document in one language: `reportHtml(makeReport(context, locale, source))` is a whole page of it.
 *
 * `context` is what any saved file is made from (`makeSavingContext`); its `at` is the day the report bears. Pure, and a
 * few milliseconds. Throws `Withdrawn` where the instrument that the outcome names is kept no longer.
 */
export function makeReport(context: SavingContext, locale: Locale, source: ReportSource): Report {
  const voice = voiceOf(locale, 'text', context.render);
  const { t } = voice;
  const { outcome, told } = source;
  const instrument = instrumentOf(voice, outcome);
  const reasons = told?.reasons ?? {};
  const parts = [
    ...sectionParts(voice, { instrument, outcome, answers: told?.answers, reasons }),
    ...answerParts(voice, instrument, source),
    ...sourcesPart(voice, instrument),
  ];
  return {
    locale,
    author: context.authority,
    day: dayOf(context.at),
    title: t('report:title', {
      dialog: t(`${instrument.id}:title`),
      judged: judgedMunicipality(voice, outcome) ?? context.authority,
    }),
    result: outcomeTitle(voice, outcome),
    facts: factsOf(context, voice, { ...source, instrument }),
    notices: noticesOf(voice, instrument, outcome),
    // What a page has room for stands together, and is printed together.
    parts: [...parts.filter(part => part.in === 'brief'), ...parts.filter(part => part.in === 'full')],
    made: t('report:made', { authority: context.authority, date: dateOf(context, locale) }),
    columns: [
      t('report:columns.part'),
      t('report:columns.item'),
      t('report:columns.answer'),
      t('report:columns.value'),
    ],
    cut: t('report:cut'),
    unprinted: t('report:unprinted'),
  };
}

type Sourced = ReportSource & { readonly instrument: Instrument };

/** What was judged, when, how much of it was answered, and by which version of what. */
function factsOf(context: SavingContext, voice: Voice, sourced: Sourced): Fact[] {
  const { t, locale } = voice;
  const { instrument, outcome } = sourced;
  const scope = sectionOf(outcome, 'scope')?.entries ?? [];
  const unit = judgedUnit(voice, instrument, outcome);
  return [
    ...scope.map(entry => scopeFact(voice, instrument, entry)),
    ...(unit === undefined ? [] : [{ label: t('report:facts.unit'), value: unit }]),
    { label: t('report:facts.date'), value: dateOf(context, locale) },
    ...coverageFact(voice, sourced),
    ...sourceFacts(voice, sourced),
    { label: t('report:facts.rules'), value: approvalLine(voice, t(`${instrument.id}:title`), instrument) },
    ...catalogueLines(voice, outcome).map(value => ({ label: t('report:facts.actions'), value })),
  ];
}

function scopeFact(voice: Voice, instrument: Instrument, { key, value }: Entry): Fact {
  return {
    label: inputShort(voice, instrument, key),
    value: valueLabel(voice, instrument, { input: inputOf(instrument, key), value }),
  };
}

/** How many of the answers a register of services told, and nobody has changed since. */
function sourceFacts({ t, locale }: Voice, { prefilled }: Sourced): Fact[] {
  return Object.entries(sourcedByDay(prefilled)).map(([day, count]) => ({
    label: t('prefill:column'),
    value: sourcedText({ t, locale }, day, count),
  }));
}

function coverageFact({ t, locale }: Voice, { instrument, outcome, told }: Sourced): Fact[] {
  const covered = coverageOf(instrument, outcome, told);
  if (covered === undefined) return [];
  return [
    {
      label: t('report:facts.coverage'),
      value: t('report:coverage', { share: formatShare(locale, covered) }),
    },
  ];
}

/** Own rules as own: by the words of the instrument where it has some. */
function noticesOf({ t }: Voice, instrument: Instrument, outcome: Outcome): string[] {
  const ownRule = stairsOf(instrument).length > 0 ? t('bot:result.own-rule') : t('report:own-rules');
  return [
    t('bot:result.no-decision'),
    ...(sectionOf(outcome, 'rules') ? [] : [ownRule]),
    t('files:automation'),
  ];
}

/** Every answer with its notes, where the instrument shows them for review; those of other areas in fewer lines. */
function answerParts(
  voice: Voice,
  instrument: Instrument,
  { told, others = [], prefilled }: ReportSource,
): ReportPart[] {
  if (!told || instrument.review !== 'answers') return [];
  const heading = voice.t('report:answers');
  const part = { in: 'full', level: 2, heading } as const;
  const rowsOf = (one: Told & Pick<ReportSource, 'prefilled'>) =>
    summary(voice, summaryOf(instrument, one)).blocks.flatMap(block =>
      block.block === 'rows' ? [block] : [],
    );
  return [
    { ...part, blocks: reportBlocks(voice.t, rowsOf({ ...told, prefilled })) },
    ...others.map(one => ({
      ...part,
      blocks: [{ block: 'list', items: rowsOf(one).map(rows => rowsInLine(rows)) } as const],
    })),
  ];
}

/** What the questions rest on. */
function sourcesPart({ t }: Voice, instrument: Instrument): ReportPart[] {
  const items = sourcesOf(instrument).map(id => t(`sources:${id}`));
  const heading = t('report:sources');
  return items.length === 0 ? [] : [{ in: 'full', level: 2, heading, blocks: [{ block: 'list', items }] }];
}

function dateOf({ at }: SavingContext, locale: Locale): string {
  return formatDate(locale, dayOf(at));
}
