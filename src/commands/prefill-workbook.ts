/**
 * `npm run workbook -- prefill --municipality 091` (a code or a name) tells what Palvelutietovaranto proposes for the
 * workbook; `--file services.json [channels.json]` reads saved answers of it instead. With `--out answers.json` the sure
 * proposals are written there, once somebody has said yes (or `--yes`); `--since answers.json` tells what has changed.
 */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { fillableOf } from '../app/prefilling.ts';
import { answersFrom } from '../assessment/answers.ts';
import { keepReached } from '../assessment/change-answers.ts';
import type { Prefilled } from '../assessment/prefilled.ts';
import { fileOf } from '../assessment/scoring/workbook/file-of.ts';
import { parseFile } from '../assessment/scoring/workbook/parse-file.ts';
import { fetchMunicipality } from '../catalogue/fetch-municipality.ts';
import { type FromRegister, foundInRegister } from '../catalogue/found-in-register.ts';
import { type PageOf, readPage } from '../catalogue/read-page.ts';
import { createRegisterClient } from '../catalogue/register-client.ts';
import { readConfig } from '../config.ts';
import type { Content } from '../content/load-content.ts';
import { dayOf } from '../conversation/day-of.ts';
import { findName } from '../conversation/naming/register-names.ts';
import type { Found } from '../conversation/prefilling/found.ts';
import { lookedInto } from '../conversation/prefilling/news.ts';
import { openEntries } from '../conversation/prefilling/offers.ts';
import { parseJson } from '../turns/versioned.ts';
import type { WorkbookParts } from './convert-workbook.ts';
import { describeFound } from './describe-found.ts';
import { describeFileProblem, readInput, refuse } from './read-input.ts';

export interface PrefillArguments {
  readonly municipality?: string | undefined;
  /** Saved services, and channels. */
  readonly files: readonly string[];
  readonly out?: string | undefined;
  readonly since?: string | undefined;
  readonly yes: 'given' | 'asked';
}

interface Earlier {
  readonly answers: ReturnType<typeof answersFrom>;
  readonly prefilled?: Prefilled;
}

export async function prefillWorkbook(parts: WorkbookParts, given: PrefillArguments): Promise<void> {
  const t = parts.content.translate(parts.locale);
  const earlier = given.since === undefined ? { answers: {} } : earlierIn(parts, given.since);
  const municipality = municipalityCode(parts.content, given.municipality);
  if (!earlier) return;
  if (municipality === undefined) {
    refuse([t('prefill:cli.unknown-municipality', { name: given.municipality ?? '' })]);
    return;
  }
  const fillable = fillableOf(parts.content, parts.workbook.instrument.id);
  const municipalities = parts.content.register('municipalities');
  if (!fillable || !municipalities) {
    refuse([t('prefill:cli.unclassed')]);
    return;
  }
  const from =
    given.files.length > 0 ? fromFiles(parts, given.files) : await fromNetwork(parts, municipality);
  if (!from) return;
  const about = { ...fillable, municipalities, municipality, day: dayOf(Date.now()) };
  const found = foundInRegister(about, from);
  // Without the channels it cannot be told which of them are gone.
  for (const line of describeFound(parts, found, given.files.length === 1 ? undefined : earlier.prefilled))
    console.log(line);
  if (given.out !== undefined) await offerToWrite(parts, given, { file: given.out, found, earlier });
}

/** Empty where none is named: files can be read without. */
function municipalityCode(content: Content, text: string | undefined): string | undefined {
  const register = content.register('municipalities');
  if (text === undefined) return '';
  if (!register) return undefined;
  return Object.hasOwn(register.entries, text) ? text : sureCode(findName(register, text));
}

function sureCode(found: ReturnType<typeof findName>): string | undefined {
  return found?.sure ? found.code : undefined;
}

function earlierIn({ content, workbook, locale }: WorkbookParts, file: string): Earlier | undefined {
  const t = content.translate(locale);
  const text = readInput(file)?.toString('utf8');
  const data = text === undefined ? undefined : parseJson(text);
  if (data === undefined) {
    refuse([t(`workbook-sheet:cli.${text === undefined ? 'unreadable' : 'not-json'}`, { file })]);
    return undefined;
  }
  const parsed = parseFile(workbook, data);
  if (parsed.kind === 'parsed') return parsed;
  refuse(parsed.problems.map(problem => describeFileProblem(problem, t)));
  return undefined;
}

function fromFiles({ content, locale }: WorkbookParts, files: readonly string[]): FromRegister | undefined {
  const t = content.translate(locale);
  const pages = (['services', 'channels'] as const satisfies PageOf[]).map((of, index) => {
    const file = files[index];
    const bytes = file === undefined ? undefined : readInput(file);
    return { file, bytes, page: bytes && readPage(bytes, of) };
  });
  const problems = pages.flatMap(({ file, bytes, page }) => {
    if (file === undefined || page) return [];
    return [bytes ? t('prefill:cli.not-register', { file }) : t('workbook-sheet:cli.unreadable', { file })];
  });
  if (problems.length > 0) {
    refuse(problems);
    return undefined;
  }
  return { services: pages[0]?.page?.services ?? [], channels: pages[1]?.page?.channels ?? [] };
}

async function fromNetwork({ content, locale }: WorkbookParts, municipality: string) {
  const t = content.translate(locale);
  const { register } = readConfig();
  if (register === undefined || municipality === '') {
    refuse([t(register === undefined ? 'prefill:cli.off' : 'prefill:cli.usage')]);
    return undefined;
  }
  const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
  const client = createRegisterClient({ address: register, now: Date.now, sleep });
  try {
    const fetched = await fetchMunicipality(
      { client, read: async (bytes, of) => readPage(bytes, of) },
      municipality,
    );
    if (fetched.kind === 'answered') return fetched.answer;
    const told = fetched.why === 'later' || fetched.why === 'no-answer' ? fetched.why : 'refused';
    refuse([t(`prefill:told.${told}`)]);
    return undefined;
  } finally {
    await client.close();
  }
}

interface Writing {
  readonly file: string;
  readonly found: Found;
  readonly earlier: Earlier;
}

/** What a person has answered stays; of what the register told before, what it tells now is taken. */
async function offerToWrite(
  { content, workbook, locale }: WorkbookParts,
  { yes }: PrefillArguments,
  { file, found, earlier }: Writing,
): Promise<void> {
  const t = content.translate(locale);
  const entries = found.sure.flatMap(offer => openEntries(earlier, offer.entries));
  const answer =
    yes === 'given'
      ? 'yes'
      : await asked(t('prefill:cli.ask', { count: entries.length, file }), t('prefill:cli.agreeing'));
  if (answer !== 'yes') {
    console.error(t(answer === 'nobody' ? 'prefill:cli.unasked' : 'prefill:cli.unwritten'));
    return;
  }
  const given = { ...earlier.answers, ...answersFrom(entries) };
  const answers = keepReached(workbook.instrument, given, { before: earlier.answers, changes: entries });
  const looked = lookedInto(earlier.prefilled, found);
  const sources = Object.fromEntries(entries.map(({ key }) => [key, found.day]));
  const prefilled = { ...looked, sources: { ...looked.sources, ...sources } };
  const text = `${JSON.stringify(fileOf(workbook, answers, { prefilled }), null, 2)}\n`;
  try {
    writeFileSync(file, text);
    console.error(t('prefill:cli.written', { file }));
  } catch {
    refuse([t('workbook-sheet:cli.unwritable', { file })]);
  }
}

async function asked(question: string, words: string): Promise<'yes' | 'no' | 'nobody'> {
  if (!process.stdin.isTTY) return 'nobody';
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question).finally(() => lines.close());
  return words.split(', ').includes(answer.trim().toLowerCase()) ? 'yes' : 'no';
}
