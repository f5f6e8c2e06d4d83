import type { Block, FormInput, Link, Row, View } from '../view.ts';

/** The whole message as plain text: paragraphs, lists and numbered answers, no markup. */
export function drawText(view: View): string {
  return view.blocks
    .map(drawBlock)
    .filter(text => text !== '')
    .join('\n\n');
}

function drawBlock(block: Block): string {
  switch (block.block) {
    case 'heading':
    case 'text':
    case 'typing':
    case 'progress':
      return block.text;
    case 'list':
      return block.items.map(block.numbered ? numbered : bulleted).join('\n');
    case 'item':
      return `• ${block.title}\n  ${block.text}\n  ${block.facts}`;
    case 'words':
      return labelled(block.label, block.words);
    case 'picture':
      return block.alt;
    case 'links':
      return block.links.map(link).join('\n');
    case 'rows':
      return [block.title, ...block.rows.map(one => row(one, block.title))].join('\n');
    case 'choices':
      return block.choices
        .map(({ label }) => label)
        .map(numbered)
        .join('\n');
    case 'form':
      return block.inputs
        .map((input, index) => formInput(input, numberOf(block, index)))
        .filter(Boolean)
        .join('\n');
    case 'buttons':
    case 'quiet':
    case 'aside':
      // What buttons do can be typed too: a `typing` block says how.
      return '';
  }
}

function numberOf({ numbered: size }: Block & { block: 'form' }, index: number): string {
  return size === undefined ? '•' : `${Math.floor(index / size) + 1}.`;
}

function numbered(item: string, index: number): string {
  return `${index + 1}. ${item}`;
}

function bulleted(item: string): string {
  return `• ${item}`;
}

function link({ label, text, url }: Link): string {
  return labelled(label, url?.startsWith('http') && url !== text ? `${text} ${url}` : text);
}

/** The row "Kunta ja roolisi" is alone in a group of that name: it does not say it once more. */
function row({ title, answers, remarks, words }: Row, group: string): string {
  const [first, ...others] = answers;
  const single = first && first.label === undefined && others.length === 0;
  const lines = single
    ? [labelled(title, first.value)]
    : [
        ...(title === group ? [] : [title]),
        ...answers.map(({ label, value }) => `– ${labelled(label ?? '', value)}`),
      ];
  const said = words.map(({ label, words }) => labelled(label, words));
  const bullet = lines[0]?.startsWith('–') ? '' : '• ';
  return [`${bullet}${lines.join('\n  ')}`, ...[...remarks, ...said].map(line => `  ${line}`)].join('\n');
}

/**
 * An input of a form as text: a field with its answer so far. A list that must be picked from ("which one to change?") is
 * left out, as the text above it names the same things.
 */
function formInput(input: FormInput, mark: string): string {
  if (input.input === 'several')
    return input.options.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  if (input.input !== 'select' || input.missing !== undefined) return '';
  const chosen = input.proposed ? undefined : input.options.find(({ value }) => value === input.value);
  return `${mark} ${chosen ? labelled(input.label, chosen.label) : input.label}`;
}

function labelled(label: string, text: string): string {
  return label === '' ? text : `${label}: ${text}`;
}
