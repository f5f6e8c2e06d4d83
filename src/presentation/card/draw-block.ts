import { onOneLine } from '../../conversation/collapse-spaces.ts';
import type { Screen } from '../context.ts';
import type { Block, Link } from '../view.ts';
import { ASIDE, type Element } from './element.ts';
import { formElements } from './form-elements.ts';
import { gauge } from './gauge.ts';
import { headingElement, literal, textElement } from './literal-text.ts';
import { progressBar } from './progress-bar.ts';
import { rowElements } from './row-elements.ts';
import { submitButton } from './submit-button.ts';
import { wordsBlock } from './words-block.ts';

/** The card elements of one block. Quiet buttons are the card's own actions, drawn elsewhere. */
export function drawBlock(block: Block, screen: Screen): Element[] {
  switch (block.block) {
    case 'heading':
      return [headingElement(block.text, { size: 'medium', ...(block.opens && { spacing: 'large' }) })];
    case 'text':
      return [textElement(block.text, toned(block.tone))];
    case 'list':
      return [listElement(block)];
    case 'item':
      return [
        textElement(block.title, { spacing: 'medium', ...toned('strong') }),
        textElement(block.text, { spacing: 'none' }),
        textElement(block.facts, { spacing: 'small', ...toned('quiet') }),
      ];
    case 'words':
      return [wordsBlock(block)];
    case 'progress':
      return [screen === 'teams' && block.chart === 'gauge' ? gauge(block) : progressBar(block)];
    case 'picture':
      return [{ type: 'Image', url: block.url, altText: block.alt, size: 'stretch' }];
    case 'links':
      return block.links.map(linkElement);
    case 'rows':
      return rowElements(block);
    case 'choices':
      return [{ type: 'ActionSet', actions: block.choices.map(submitButton) }];
    case 'buttons':
      return [
        ...(block.title === undefined ? [] : [textElement(block.title)]),
        { type: 'ActionSet', actions: block.buttons.map(submitButton) },
      ];
    case 'form':
      return formElements(block);
    case 'aside':
      return [hidden(block.blocks.flatMap(one => drawBlock(one, screen)))];
    case 'quiet':
    case 'typing':
      return [];
  }
}

function toned(tone: 'quiet' | 'strong' | undefined) {
  return TONES[tone ?? 'plain'];
}

const TONES = { plain: {}, quiet: { isSubtle: true, size: 'small' }, strong: { weight: 'bolder' } } as const;

function listElement({ items, numbered }: Block & { block: 'list' }): Element {
  const lines = items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${literal(onOneLine(item))}`);
  return { type: 'TextBlock', text: lines.join('\n'), wrap: true };
}

/** Shown by the button that names it. */
function hidden(items: readonly Element[]): Element {
  return { type: 'Container', id: ASIDE, isVisible: false, style: 'emphasis', items };
}

function linkElement({ label, text, url }: Link): Element {
  const named = (said: string) => (label === '' ? said : `${label}: ${said}`);
  if (url === undefined) return textElement(named(text), { spacing: 'small' });
  // An address as the text of its own link becomes no second link, so only what would end the link is escaped.
  const shown = text === url ? text.replace(/[\\[\]]/g, '\\$&') : literal(text);
  const name = label === '' ? '' : `${literal(label)}: `;
  return { type: 'TextBlock', text: `${name}[${shown}](${linkable(url)})`, wrap: true, spacing: 'small' };
}

/** What would end the address early in markdown, as its code. */
function linkable(url: string): string {
  return url.replace(/[\s()<>]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}
