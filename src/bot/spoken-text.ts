/**
 * The words a person typed, out of the text a channel sends: Teams wraps them in mark-up (`<p>ei</p>`, `&nbsp;`), and
 * puts into the same text what the person did not type as an answer: names that are mentioned (`<at id="0">Aino</at>`)
 * and the message that is replied to (`<quoted messageId="…"/>`, a blockquote, lines that begin with `>`).
 */

/** Only tags that channels write: "alle <5" and "<kunta>" are people's own. */
const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;
/** What stands between these is not said to the bot. */
const ASIDE = new Set(['at', 'quoted', 'attachment', 'blockquote']);
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const BREAKS = new Set(['p', 'div', 'br', 'hr', 'li', 'tr', 'blockquote', ...HEADINGS]);
const CHANNELS_OWN = new Set([
  ...ASIDE,
  ...BREAKS,
  ...['ul', 'ol', 'td', 'th', 'table', 'tbody', 'thead', 'span', 'font', 'b', 'strong', 'i', 'em', 'u', 's'],
  ...['strike', 'del', 'sub', 'sup', 'a', 'code', 'pre', 'img', 'emoji', 'readonly', 'systemeventmessage'],
]);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text without its mark-up, in lines. Takes time in proportion to the text's length. */
export function spokenText(text: string): string {
  if (!/[<&>\u00a0]/.test(text)) return text.trim();
  return withoutQuotedLines(withoutEntities(withoutTags(text) ?? withSpaces(text)))
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Undefined when something is opened that is never closed: then nobody knows where the person's words begin. */
function withoutTags(text: string): string | undefined {
  const open: string[] = [];
  let said = '';
  let from = 0;
  for (const { tag, slash, name, rest, index } of tagsIn(text)) {
    if (open.length === 0) said += text.slice(from, index) + (BREAKS.has(name) ? '\n' : gapOf(name));
    from = index + tag.length;
    if (!ASIDE.has(name) || rest.trimEnd().endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
  }
  return open.length > 0 ? undefined : said + text.slice(from);
}

function tagsIn(text: string) {
  return Array.from(text.matchAll(TAG), ({ 0: tag, 1: slash, 2: named = '', 3: rest = '', index }) => ({
    tag,
    slash,
    rest,
    index,
    name: named.toLowerCase(),
  })).filter(({ name }) => CHANNELS_OWN.has(name));
}

function withSpaces(text: string): string {
  return text.replace(TAG, (tag, _, name: string) => (CHANNELS_OWN.has(name.toLowerCase()) ? ' ' : tag));
}

/** Letters may be bold in the middle of a word; a name taken out leaves a gap. */
function gapOf(name: string): string {
  return ASIDE.has(name) || name === 'td' || name === 'th' ? ' ' : '';
}

function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}

/** A line of a quotation; "> 80 %" alone is an answer, and stays. */
function withoutQuotedLines(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  const own = lines.filter(line => !/^\s*>/.test(line));
  return own.some(line => line.trim() !== '') ? own.join('\n') : lines.join('\n');
}
