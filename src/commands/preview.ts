/**
 * `npm run preview -- INSTRUMENT`: plays an instrument in the terminal, as text screens draw it. What is typed is read
 * as in the chat; `#2` presses the second button, `#2 a=1, b=2` with fields of its card filled in. `--locale sv`
 * begins in another language, `--card` shows each message as the Adaptive Card that Teams gets, `--content FOLDER` (or
 * CONTENT_DIR) takes instruments of one's own. Nothing is kept.
 */
import './end-with-reader.ts';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { conversationContext } from '../app/conversation-context.ts';
import { loadSettingsFile, readContentDir } from '../config.ts';
import { type Content, loadContent } from '../content/load-content.ts';
import { ContentError, describeProblem } from '../content/problem.ts';
import type { Input } from '../conversation/input.ts';
import { localeSchema } from '../conversation/locale.ts';
import { pressSchema } from '../conversation/press.ts';
import type { Reply } from '../conversation/reply.ts';
import { newSession, type Session } from '../conversation/session.ts';
import { takeTurn } from '../conversation/turn.ts';
import { drawView } from '../presentation/draw-view.ts';
import { buttonsOf, type ViewButton } from '../presentation/view-buttons.ts';
import { viewsOf } from '../presentation/views-of.ts';
import { type Voice, voiceOf } from '../presentation/voice.ts';
import { refuse } from './read-input.ts';
import { renderContext } from './render-context.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string', default: 'fi' },
    content: { type: 'string' },
    card: { type: 'boolean', default: false },
  },
});
loadSettingsFile();
const content = readContent();
const locale = localeSchema.catch('fi').parse(values.locale);
const render = renderContext(content);
const context = conversationContext(content, render);
/** Where content of one's own can be named. */
const PLACES = { option: '--content', setting: 'CONTENT_DIR' };
let session: Session = newSession(locale);
/** Those of the latest message that had any. */
let buttons: readonly ViewButton[] = [];

for (const problem of content.leftOut) console.error(describeProblem(problem));
const [dialog] = positionals;
if (dialog === undefined || !context.offered.includes(dialog)) {
  const [first = ''] = context.offered;
  refuse([t('cli:preview.usage', { dialog: first, dialogs: context.offered.join(', '), ...PLACES })]);
} else {
  console.log(`${t('cli:preview.hint', { field: 'a=1, b=2' })}\n`);
  take({ kind: 'press', press: { do: 'command', name: 'start', dialog } });
  await playLines();
}

/** Content with problems cannot be played: they are told one a line, as the check does. */
function readContent(): Content {
  try {
    return loadContent({ own: values.content ?? readContentDir() });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    refuse(error.problems.map(describeProblem));
    process.exit();
  }
}

async function playLines(): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  prompt();
  for await (const line of lines) {
    if (!process.stdin.isTTY) console.log(`> ${line}\n`);
    const input = inputOf(line.trim());
    if (typeof input === 'string') console.log(`${input}\n`);
    else take(input);
    prompt();
  }
}

/** What a line stands for, or what is wrong with it. */
function inputOf(line: string): Input | string {
  if (!line.startsWith('#')) return { kind: 'text', text: line };
  const [number = '', ...words] = line.slice(1).split(' ');
  const filled = words.join(' ');
  const button = buttons[Number(number) - 1];
  if (!button) return t('cli:preview.no-button', { button: number, count: buttons.length });
  const press = pressSchema.safeParse({ ...button.fields, ...fieldsIn(filled) });
  return press.success
    ? { kind: 'press', press: press.data }
    : t('cli:preview.not-pressed', { button: number, fields: filled });
}

/** `a=full, b=two words` as fields. */
function fieldsIn(text: string): Record<string, string> {
  const pairs = text.split(',').map(pair => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([id = '', ...value]) => (value.length > 0 ? [[id.trim(), value.join('=').trim()]] : [])),
  );
}

function take(input: Input): void {
  const turn = takeTurn({ context, session, now: Date.now() }, input);
  session = turn.session;
  turn.replies.forEach(tell);
}

function tell(reply: Reply): void {
  const voice = voiceOf(session.locale, values.card ? 'teams' : 'text', render);
  for (const view of viewsOf(reply, voice)) {
    const { text, attachments = [] } = drawView(view, voice);
    for (const { content: card } of attachments) console.log(JSON.stringify(card, null, 2));
    if (attachments.length === 0) console.log(text);
    const offered = buttonsOf(view);
    if (offered.length > 0) buttons = offered;
    console.log(offered.map((button, i) => `\n  #${i + 1} ${button.label}${fieldsOf(button)}`).join(''));
  }
}

/** The fields of a form, and what each takes. */
function fieldsOf({ inputs }: ViewButton): string {
  return inputs
    .map(input => {
      const taken = 'options' in input ? input.options.map(({ value }) => value).join('|') : '…';
      return `\n       ${input.id}=${taken}`;
    })
    .join('');
}

function prompt(): void {
  if (process.stdin.isTTY) process.stdout.write('> ');
}

function t(...[key, fields]: Parameters<Voice['t']>): string {
  return content.translate(session.locale)(key, fields);
}
