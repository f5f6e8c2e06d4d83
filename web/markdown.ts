/**
 * The part of Markdown that Adaptive Cards know: bold, italic, links, bulleted and numbered lists. Everything else is
 * shown as it stands. The result is HTML in which only these elements occur, whatever the text says; a line break
 * stays one. A library for all of Markdown would be larger than the rest of the page's script.
 */
export function markdownToHtml(text: string): string {
  return blocksOf(text.replace(/\r\n?/g, '\n').split('\n')).map(blockHtml).join('');
}

type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; start: number | undefined; lines: string[] };

const BULLET = /^ {0,3}[-*+] +(\S.*)$/;
const NUMBER = /^ {0,3}(\d{1,9})[.)] +(\S.*)$/;

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const number = NUMBER.exec(line);
    const item = BULLET.exec(line)?.[1] ?? number?.[2];
    if (item !== undefined) addItem(blocks, item, number ? Number(number[1]) : undefined);
    else if (line.trim() === '') blocks.push({ kind: 'paragraph', lines: [] });
    else addLine(blocks, line);
  }
  return blocks.filter(block => block.lines.length > 0);
}

function addItem(blocks: Block[], item: string, number: number | undefined): void {
  const last = blocks.at(-1);
  const sameKind = last?.kind === 'list' && (last.start === undefined) === (number === undefined);
  if (sameKind) last.lines.push(item);
  else blocks.push({ kind: 'list', start: number, lines: [item] });
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  if (last?.kind === 'paragraph') last.lines.push(line);
  else blocks.push({ kind: 'paragraph', lines: [line] });
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${block.lines.map(inline).join('<br>')}</p>`;
  const items = block.lines.map(line => `<li>${inline(line)}</li>`).join('');
  if (block.start === undefined) return `<ul>${items}</ul>`;
  return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
}

const ESCAPED = /^\\([!-/:-@[-`{-~])/;
const LINK = /^\[((?:\\.|[^\]\\])+)\]\(([^\s()<>]+)\)/;

/** The inline marks of one line, outermost first. */
function inline(text: string): string {
  let html = '';
  let rest = text;
  let before = '';
  while (rest !== '') {
    const found = markAt(rest, before);
    const taken = found?.length ?? 1;
    html += found?.html ?? escapeHtml(rest.slice(0, 1));
    before = rest.slice(taken - 1, taken);
    rest = rest.slice(taken);
  }
  return html;
}

interface Mark {
  readonly length: number;
  readonly html: string;
}

function markAt(rest: string, before: string): Mark | undefined {
  const escaped = ESCAPED.exec(rest);
  if (escaped) return { length: 2, html: escapeHtml(escaped[1] ?? '') };
  const link = LINK.exec(rest);
  if (link && isSafe(link[2] ?? '')) {
    return {
      length: link[0].length,
      html: `<a href="${escapeHtml(link[2] ?? '')}">${inline(link[1] ?? '')}</a>`,
    };
  }
  // Inside a word these are no marks: snake_case, 2*3*4.
  if (/\w/.test(before)) return undefined;
  const bold = /^(?:\*\*|__)\S/.test(rest) ? within(rest, rest.slice(0, 2)) : undefined;
  if (bold) return { length: bold.length + 4, html: `<strong>${inline(bold)}</strong>` };
  const italic = /^[*_][^\s*_]/.test(rest) ? within(rest, rest.slice(0, 1)) : undefined;
  return italic && /\S$/.test(italic) && !/^\w/.test(rest.slice(italic.length + 2))
    ? { length: italic.length + 2, html: `<em>${inline(italic)}</em>` }
    : undefined;
}

/** What stands between a mark and the next of its kind; an escaped sign is none. */
function within(text: string, mark: string): string | undefined {
  let at = mark.length;
  while (at < text.length && (at === mark.length || !text.startsWith(mark, at)))
    at += text[at] === '\\' ? 2 : 1;
  return at < text.length ? text.slice(mark.length, at) : undefined;
}

function isSafe(address: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(address);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
