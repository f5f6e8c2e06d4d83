/** Puts a conversation's log, or its result, into words for a file. */

import * as z from 'zod';
import { catalogueOf } from '../assessment/catalogue-version.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { stairsOf } from '../assessment/scoring/stairs/rules.ts';
import { sourcesOf } from '../assessment/sources-of.ts';
import { type Locale, localeOf } from '../conversation/locale.ts';
import { pressSchema } from '../conversation/press.ts';
import type { Reply, Said } from '../conversation/reply.ts';
import type { RenderContext } from '../presentation/context.ts';
import { formatMoment } from '../presentation/format-date.ts';
import { judgedMunicipality } from '../presentation/judged-municipality.ts';
import { pressWords } from '../presentation/press-words.ts';
import { provenanceLines } from '../presentation/provenance-lines.ts';
import { keptWords, render } from '../presentation/render.ts';
import { voiceOf } from '../presentation/voice.ts';
import type { Exchange, ExchangeLine } from '../reports/transcript/exchange.ts';
import type { LogEntry } from '../store/port.ts';
import { readLine } from '../turns/log-line.ts';
import type { LogLine } from '../turns/turns.ts';

export interface SavingContext {
  readonly render: RenderContext;
  readonly authority: string;
  /** The instrument whose words name the answers. */
  readonly instrument: Instrument | undefined;
  /** When the file is made, epoch milliseconds. */
  readonly at: number;
}

/** The whole conversation, in the order it was held. `at` of each line is told in Finland's time. */
export function savedConversation(
  context: SavingContext,
  locale: Locale,
  entries: readonly LogEntry[],
): Exchange {
  const t = context.render.translate(locale);
  const read = entries.map(({ value }) => readLine(value));
  return {
    title: t('files:transcript.title', { authority: context.authority }),
    about: [
      ...aboutFile(
        context,
        locale,
        read.flatMap(line => line?.said ?? []),
      ),
      ...(isBeginning(read[0]) ? [] : [t('files:transcript.later-part')]),
    ],
    locale,
    lines: read.flatMap(line => (line ? linesOf(context, locale, line) : [])),
  };
}

/** Replies alone (the answers with their notes, and the result), in words. */
export function savedResult(context: SavingContext, locale: Locale, said: readonly Said[]): Exchange {
  const t = context.render.translate(locale);
  const when = formatMoment(locale, context.at);
  return {
    title: titleOfResult(context, locale, said),
    about: aboutFile(
      context,
      locale,
      said.map(({ reply }) => reply),
    ),
    locale,
    lines: said.map(one => ({
      who: t('files:bot'),
      when,
      text: keptWords(one, context.render).join('\n\n'),
    })),
  };
}

/** Of the municipality that was judged, where that is told. Where it is no stair, the result is that of the instrument. */
function titleOfResult(context: SavingContext, locale: Locale, said: readonly Said[]): string {
  const { authority, instrument, render } = context;
  const voice = voiceOf(locale, 'text', render);
  const [outcome] = said.flatMap(({ reply }) => (reply.kind === 'result' ? [reply.outcome] : []));
  const judged = (outcome && judgedMunicipality(voice, outcome)) ?? authority;
  return instrument && stairsOf(instrument).length === 0
    ? voice.t('files:result.title-of', { judged, dialog: voice.t(`${instrument.id}:title`) })
    : voice.t('files:result.title', { judged });
}

/**
 * What a reader should know first: that it was automation, by which approved content and on what grounds, and when it was
 * saved. The actions' version is told where some were advised: an instrument may advise none.
 */
function aboutFile(
  { render, instrument, at }: SavingContext,
  locale: Locale,
  said: readonly Reply[],
): string[] {
  const voice = voiceOf(locale, 'text', render);
  const { t } = voice;
  const advised = said.flatMap(reply =>
    reply.kind === 'result' && catalogueOf(reply.outcome) !== undefined ? [reply.outcome] : [],
  );
  const sources = instrument ? sourcesOf(instrument).map(id => t(`sources:${id}`)) : [];
  return [
    t('files:automation'),
    ...provenanceLines(voice, instrument, advised.at(-1)),
    ...(sources.length > 0 ? [`${t('report:sources')}: ${sources.join('; ')}`] : []),
    t('files:transcript.saved', { when: formatMoment(locale, at) }),
  ];
}

/** Every conversation begins with the greeting. Of a very long one the store keeps the end. */
function isBeginning(line: LogLine | undefined): boolean {
  return line?.said[0]?.kind === 'greeting';
}

/** The form in which Direct Line logs what a user sent. */
const userActivitySchema = z.object({
  timestamp: z.string().optional(),
  locale: z.string().optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
});

function linesOf(context: SavingContext, locale: Locale, line: LogLine): ExchangeLine[] {
  const t = context.render.translate(locale);
  const own = (language: Locale) => (language === locale ? {} : { locale: language });
  const said = line.said.map(reply => wordsOf(context, { locale: line.locale, reply }));
  return [
    ...heardIn(context, line).map(({ text, at, language }) => ({
      who: t('files:you'),
      when: at === undefined ? '' : formatMoment(locale, at),
      text,
      ...own(language),
    })),
    ...said
      .filter(text => text !== '')
      .map(text => ({ who: t('files:bot'), when: formatMoment(locale, line.at), text, ...own(line.locale) })),
  ];
}

interface Heard {
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number | undefined;
  /** The page's when it was said: a press that changes the language was itself said in the old one. */
  readonly language: Locale;
}

function heardIn(context: SavingContext, { heard, locale }: LogLine): Heard[] {
  const { data } = userActivitySchema.safeParse(heard);
  if (!data) return [];
  const language = localeOf(data.locale) ?? locale;
  const text = data.text || pressedText(context, language, data.value);
  const at = data.timestamp === undefined ? undefined : Date.parse(data.timestamp);
  return text ? [{ text, at, language }] : [];
}

function pressedText(context: SavingContext, locale: Locale, value: unknown): string | undefined {
  const { data } = pressSchema.safeParse(value);
  return data && pressWords(voiceOf(locale, 'text', context.render), data, context.instrument);
}

function wordsOf(context: SavingContext, said: Said): string {
  return render(said, 'text', context.render)
    .flatMap(({ text }) => (text ? [text] : []))
    .join('\n\n');
}
