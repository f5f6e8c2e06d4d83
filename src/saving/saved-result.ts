/** The latest result of a conversation, as words for a file and as data for other tools. */
import { withCatalogue } from '../assessment/catalogue-version.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Outcome } from '../assessment/outcome.ts';
import { sourcedIn } from '../assessment/prefilled.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import type { Section } from '../assessment/sections/section.ts';
import type { Content } from '../content/load-content.ts';
import { followUpSections } from '../conversation/following-up.ts';
import { besideResult, besideSection, withConsensus, withSections } from '../conversation/gathering.ts';
import type { Locale } from '../conversation/locale.ts';
import { toldBeside, toldIn } from '../conversation/other-areas.ts';
import { besideOf, seenIn } from '../conversation/other-runs.ts';
import type { Reply } from '../conversation/reply.ts';
import { givenIn, summaryOf } from '../conversation/reviewing.ts';
import type { Run, Session, Told } from '../conversation/session.ts';
import type { RenderContext } from '../presentation/context.ts';
import { voiceOf } from '../presentation/voice.ts';
import { RESULT_SCHEMA_PATH, type ResultFile } from '../reports/result/result-file.ts';
import type { Turns } from '../turns/turns.ts';
import { makeSavingContext, type SavingFacts } from './make-saving-context.ts';
import { makeReport, type ReportSource } from './report/make-report.ts';
import { roadmapTable } from './roadmap-table.ts';
import { type SavingContext, savedResult } from './saved-exchange.ts';

export interface ResultParts {
  readonly content: Content;
  readonly turns: Pick<Turns, 'published' | 'kept'>;
  readonly render: RenderContext;
  readonly authority: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * The result in each of its forms. Its words and data cost little and are made at once, the report and the table of a
 * roadmap when they are asked for. Undefined where the run's instrument is kept no longer.
 */
export async function resultOf(parts: ResultParts, { locale, runs, kept }: Session, run: Run) {
  const { content, render } = parts;
  const instrument = content.instrument(run.dialog, run.version);
  if (!instrument) return undefined;
  const all = Object.values(runs);
  const beside = besideOf(all, instrument, content.instrument);
  const seen = seenIn(all, instrument, content.instrument);
  const given = { ...givenIn(run), actions: content.actions, seen, ...(beside && { beside }) };
  const gathered = await gatheredFor(parts, { instrument, run }, all);
  const result = scoringOf(instrument).report(instrument, given);
  const counted = scoringOf(instrument).outcome(instrument, given);
  const alone = withConsensus(withCatalogue(counted, content.actionsVersion.version), run);
  const { answers, startedAt } = run;
  const made = { instrument, startedAt, at: parts.now(), answers, outcome: alone };
  const earlier = followUpSections(kept && (await parts.turns.kept(kept.key)), made, content.actions);
  const outcome = withSections(alone, [...earlier, ...gathered]);
  const others = toldBeside(instrument, run);
  const shown = resultReply(run, outcome);
  const summaries = [...others, run].map((told: Told & Pick<Run, 'prefilled'>) =>
    summaryOf(instrument, told),
  );
  // The notes and the questions left to a colleague are in the summary, where the instrument has one.
  const replies = instrument.review === 'answers' ? [...summaries, shown] : [shown];
  const context = makeSavingContext(content, factsOf(parts), { run, onDefect: render.onDefect ?? raise });
  const source: ReportSource = { outcome, told: toldIn(run), others, prefilled: run.prefilled };
  const told = { ...(others.length > 0 && { others }), ...(gathered.length > 0 && { gathered }) };
  return {
    dialog: run.dialog,
    words: savedIn(context, locale, replies),
    source,
    report: () => makeReport(context, locale, source),
    table: () => roadmapTable(voiceOf(locale, 'text', context.render), instrument, outcome),
    data: { ...dataOf(parts, instrument, run), ...told, outcome, result } satisfies ResultFile,
  };
}

function savedIn(context: SavingContext, locale: Locale, replies: readonly Reply[]) {
  const said = replies.map(reply => ({ locale, reply }));
  return savedResult(context, locale, said);
}

/** As other tools read it. By its days it is kept as the result of its own time where it is brought back. */
function dataOf({ render, now }: ResultParts, { approved }: Instrument, run: Run) {
  const { dialog, version, answers, reasons, notes, colleague, by, prefilled } = run;
  const startedAt = new Date(run.startedAt).toISOString();
  const savedAt = new Date(now()).toISOString();
  const $schema = `${render.publicUrl}${RESULT_SCHEMA_PATH}`;
  const about = { $schema, dialog, version, approved, startedAt, savedAt };
  const beside = { ...(by && { by }), ...(prefilled && { prefilled }) };
  return { ...about, answers, reasons, notes, colleague, ...beside };
}

/** What a saved file tells beside the conversation. `at`: the moment that it bears, epoch milliseconds; now unless given. */
export function factsOf(
  { authority, now, render }: Omit<ResultParts, 'content' | 'turns'>,
  at = now(),
): SavingFacts {
  const { contact, retentionDays, publicUrl } = render;
  return { authority, at, contact, retentionDays, publicUrl };
}

/** What is public of many people's answers beside this result. */
async function gatheredFor(
  { content, turns }: ResultParts,
  judged: { readonly instrument: Instrument; readonly run: Run },
  runs: readonly Run[],
): Promise<readonly Section[]> {
  const context = { ...content, offered: content.instruments.map(({ id }) => id) };
  const sections = besideResult(context, judged.run, runs).map(async beside =>
    besideSection(judged, beside, await turns.published(beside.of)),
  );
  return (await Promise.all(sections)).flatMap(section => section ?? []);
}

/** Where nobody takes reports of defects, they are thrown. */
export function raise(error: unknown): never {
  throw error;
}

function resultReply({ dialog, version, answers, reasons, prefilled }: Run, outcome: Outcome): Reply {
  return { kind: 'result', dialog, version, outcome, answers, reasons, ...sourcedIn(prefilled) };
}
