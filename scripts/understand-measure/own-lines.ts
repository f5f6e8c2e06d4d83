/**
 * How lines that people wrote about an instrument of one's own are read, in the whole conversation as it runs: with the
 * instrument's names and words, its open card, and both readers. A folder of own content keeps them in
 * `lines/LANGUAGE-WRITER.tsv`: instrument, answer key, text, and what it means (an option, a number, or `?` where it has
 * to be asked about; `|` between several that are right).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conversationContext } from '../../src/app/conversation-context.ts';
import { cardAsking } from '../../src/assessment/find-card.ts';
import { type Content, loadContent } from '../../src/content/load-content.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import type { Press } from '../../src/conversation/press.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { type Fate, fateOf } from '../../tests/conversation/understanding/fate.ts';

/** A line, and what became of it. */
export interface TriedLine {
  readonly locale: Locale;
  readonly writer: string;
  /** The instrument and the answer key, as the file names them. */
  readonly asked: string;
  readonly text: string;
  readonly expected: readonly string[];
  /** As `written` writes a reading: `current`, `120`, `?current`, `?`. */
  readonly reading: string;
  readonly fate: Fate;
}

interface OwnLine extends Pick<TriedLine, 'locale' | 'writer' | 'text' | 'expected'> {
  readonly dialog: string;
  readonly key: string;
}

/** @throws Error that names the file and the line when a line is none, or asks what its instrument does not have */
export function tryOwnLines(folder: string): TriedLine[] {
  const lines = linesIn(folder);
  const opened = openedCards(loadContent({ own: folder }));
  return lines.map(line => {
    const { dialog, key, ...told } = line;
    const reading = opened.read(line);
    return { ...told, asked: `${dialog} ${key}`, reading, fate: fateOf(reading, told) };
  });
}

function linesIn(folder: string): OwnLine[] {
  const lines = join(folder, 'lines');
  if (!existsSync(lines)) throw new Error(`${lines}: there is no such folder; see docs/writing-dialogs.md`);
  return readdirSync(lines).flatMap(name => {
    const locale = LOCALES.find(one => name.startsWith(`${one}-`));
    if (!locale) throw new Error(`${join(lines, name)}: the name does not begin with a language`);
    const writer = name.replace(/\.tsv$/, '');
    const rows = readFileSync(join(lines, name), 'utf8').split('\n');
    return rows
      .filter(row => row !== '' && !row.startsWith('#'))
      .map(row => {
        const [dialog, key, text, expected] = row.split('\t');
        if (!dialog || !key || !text || !expected)
          throw new Error(`${join(lines, name)}: four columns with tabs between them are asked for: ${row}`);
        return { locale, writer, dialog, key, text, expected: expected.split('|') };
      });
  });
}

function openedCards(content: Content) {
  const { actions, actionsVersion, instrument, instruments, translate } = content;
  const offered = instruments.map(({ id }) => id);
  const shown = { publicUrl: 'https://measure.example', contact: { unit: '' }, retentionDays: 30 };
  const context = conversationContext(content, {
    translate,
    instrument,
    actions,
    actionsVersion,
    offered,
    ...shown,
  });
  const press = (session: Session, one: Press): Session =>
    takeTurn({ context, session, now: 0 }, { kind: 'press', press: one }).session;
  return {
    /** The card of the line's key is opened, and the text typed to it. */
    read({ locale, dialog, key, text }: OwnLine): string {
      const asked = instruments.find(({ id }) => id === dialog);
      const card = asked && cardAsking(asked, {}, key);
      if (!card) throw new Error(`${dialog} asks nothing under the key ${key}`);
      const started = press(newSession(locale), { do: 'command', name: 'start', dialog });
      const session = press(started, { do: 'go', to: card.key });
      return readingOf(takeTurn({ context, session, now: 0 }, { kind: 'text', text }).session, dialog, key);
    },
  };
}

/** What was taken for the key, or what the question that came back offers for it; another key's answer is that key's. */
function readingOf({ runs, pending }: Session, dialog: string, key: string): string {
  const taken = Object.entries(runs[dialog]?.answers ?? {});
  if (taken.length > 0) return saidOf(taken, key);
  if (pending?.kind !== 'reading') return '?';
  return `?${saidOf(
    pending.entries.map(entry => [entry.key, entry.value]),
    key,
  )}`;
}

function saidOf(entries: readonly (readonly [string, unknown])[], key: string): string {
  return entries.map(([at, value]) => (at === key ? String(value) : `${at}=${String(value)}`)).join(' ');
}
