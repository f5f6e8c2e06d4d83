/** A result of a municipality's own instrument (a table, ladders, a number; no actions), as it is saved. */
import { expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { itemsOf } from '../../src/assessment/places.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { summaryOf } from '../../src/conversation/reviewing.ts';
import type { Report } from '../../src/reports/result/report.ts';
import { transcriptFile } from '../../src/reports/transcript/transcript-file.ts';
import { makeSavingContext } from '../../src/saving/make-saving-context.ts';
import { makeReport } from '../../src/saving/report/make-report.ts';
import { savedResult } from '../../src/saving/saved-exchange.ts';
import { EXAMPLE, withInstruments } from '../support/own-instrument.ts';

const { content } = withInstruments(EXAMPLE);
const instrument = content.instrument('data-check', '1.0.0');
if (!instrument) throw new Error('the example is gone');
const own = instrument;

const context = makeSavingContext(
  content,
  {
    authority: 'Esimerkkikunta',
    at: Date.UTC(2026, 10, 28, 10),
    contact: { unit: 'Tietohallinto' },
    retentionDays: 30,
    publicUrl: 'https://bot.example',
  },
  {
    run: { dialog: 'data-check', version: '1.0.0' },
    onDefect: error => {
      throw error;
    },
  },
);

/** Sixteen of the twenty rows; every ladder and the number. */
const ANSWERS: Answers = {
  ...Object.fromEntries(
    itemsOf(own, 'data', { at: [], answers: {} })
      .slice(4)
      .map(({ id }) => [`${id}.condition`, 'partly']),
  ),
  'quality.owners-named.holds': 'no',
  'protection.rights-known.holds': 'no',
  'sharing.catalogue-kept.holds': 'no',
  requests: 120,
};

function told(answers: Answers) {
  return { answers, passed: ['datasets.1'], reasons: {}, notes: {}, colleague: [] };
}

function outcome(answers: Answers) {
  return scoringOf(own).outcome(own, { answers, actions: content.actions });
}

function report(answers: Answers, locale: Locale = 'fi'): Report {
  return makeReport(context, locale, { outcome: outcome(answers), told: told(answers) });
}

function text(locale: Locale): string {
  const { id: dialog, version } = own;
  const result = { kind: 'result', dialog, version, outcome: outcome(ANSWERS), answers: ANSWERS } as const;
  const replies = [summaryOf(own, told(ANSWERS)), { ...result, reasons: {} }];
  const exchange = savedResult(
    context,
    locale,
    replies.map(reply => ({ locale, reply })),
  );
  return transcriptFile(exchange, 'txt');
}

const coverage = ({ facts }: Report) =>
  facts.find(({ label }) => label === 'Vastausten kattavuus')?.value.replaceAll('\u00a0', ' ');

it('counts rows of a table that were left empty, and what is not known, among what was not answered', () => {
  expect(coverage(report(ANSWERS))).toBe('83 % kohdista');
  expect(coverage(report({ ...ANSWERS, requests: 'unknown' }))).toBe('79 % kohdista');
  const shared = makeReport(context, 'fi', { outcome: outcome(ANSWERS) });
  expect(coverage(shared)).toBeUndefined();
});

it('has the rows of the table line by line', () => {
  const tables = report(ANSWERS).parts.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.block === 'table' ? [block.table] : [])),
  );
  expect(tables.find(({ rows }) => rows.length === 20)?.rows.at(-1)).toEqual([
    'Arkistot',
    'Osittain ajan tasalla',
  ]);
  expect(JSON.stringify(tables)).not.toContain('Arkistot: ');
});

it.each(LOCALES)('in %s names the source, in the whole report and in the text', locale => {
  const t = content.translate(locale);
  const last = report(ANSWERS, locale).parts.at(-1);
  expect(last).toMatchObject({ in: 'full', heading: t('report:sources') });
  expect(JSON.stringify(last?.blocks)).toContain(t('sources:example-data'));
  expect(text(locale)).toContain(`${t('report:sources')}: ${t('sources:example-data')}`);
});

it.each(LOCALES)('in %s speaks neither of actions nor of what to type or do in the conversation', locale => {
  const t = content.translate(locale);
  const saved = text(locale);
  expect(saved).toContain(t('bot:summary.title'));
  for (const key of [
    'bot:result.next-steps',
    'bot:summary.intro',
    'bot:summary.as-unknown',
    'bot:summary.typing',
  ])
    expect(saved).not.toContain(t(key));
});
