import type { Block, Button, View } from '../presentation/view.ts';
import { escapeHtml } from '../reports/escape-html.ts';

/**
 * A message as the page's script would draw it, for the one that is to be seen and pressed before any script has come.
 * Blocks that a greeting has no use for are left out: the script draws those.
 */
export function viewMarkup({ blocks }: View): string {
  return `<div class="bubble"><div class="drawn">${blocks.map(blockMarkup).join('')}</div></div>`;
}

function blockMarkup(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'text':
      return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${escapeHtml(block.text)}</p>`;
    case 'list':
      return listMarkup(block);
    case 'buttons':
    case 'choices':
      return `<div class="buttons">${(block.block === 'buttons' ? block.buttons : block.choices).map(buttonMarkup).join('')}</div>`;
    case 'quiet':
      return `<div class="buttons quiet">${block.buttons.map(buttonMarkup).join('')}</div>`;
    default:
      return '';
  }
}

function listMarkup({ items, numbered }: Block & { block: 'list' }): string {
  const tag = numbered ? 'ol' : 'ul';
  return `<${tag}>${items.map(item => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`;
}

const STYLES = { main: ' style-positive', danger: ' style-destructive' } as const;

/** `data-press` is what pressing it sends. A button that changes the language is named in that language. */
function buttonMarkup({ label, press, tone, name }: Button): string {
  const language = press.do === 'locale' ? ` lang="${press.value}"` : '';
  const longer = name === undefined ? '' : ` aria-label="${escapeHtml(name)}"`;
  const style = tone === undefined ? '' : STYLES[tone];
  return `<button type="button" class="ac-pushButton${style}" data-press="${escapeHtml(JSON.stringify(press))}"${language}${longer}>${escapeHtml(label)}</button>`;
}
