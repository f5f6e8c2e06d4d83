import type { Screen } from '../context.ts';
import type { Block, Link } from '../view.ts';
import type { Element } from './element.ts';
import { formElements } from './form-elements.ts';
import { gauge } from './gauge.ts';
import { progressBar } from './progress-bar.ts';
import { rowElements } from './row-elements.ts';
import { submitButton } from './submit-button.ts';
import { wordsBlock } from './words-block.ts';

/** The card elements of one block. Quiet buttons are the card's own actions, drawn elsewhere. */
export function drawBlock(block: Block, screen: Screen): Element[] {
  switch (block.block) {
    case 'heading':
      return [
        {
          type: 'TextBlock',
          text: block.text,
          wrap: true,
          size: 'medium',
          weight: 'bolder',
          style: 'heading',
          ...(block.opens === 'section' && { spacing: 'large' }),
        },
      ];
    case 'text':
      return [textBlock(block.text, block.tone)];
    case 'list':
      return [
        textBlock(
          block.items.map((item, index) => `${block.numbered ? `${index + 1}.` : '-'} ${item}`).join('\n'),
        ),
      ];
    case 'item':
      return [
        { ...textBlock(block.title, 'strong'), spacing: 'medium' },
        { ...textBlock(block.text), spacing: 'none' },
        { ...textBlock(block.facts, 'quiet'), spacing: 'small' },
      ];
    case 'words':
      return [wordsBlock(block)];
    case 'progress':
      return [screen === 'teams' && block.chart === 'gauge' ? gauge(block) : progressBar(block)];
    case 'picture':
      return [{ type: 'Image', url: block.url, altText: block.alt, size: 'stretch' }];
    case 'links':
      return block.links.map(link => ({ ...textBlock(linkText(link)), spacing: 'small' }));
    case 'rows':
      return rowElements(block);
    case 'choices':
      return [{ type: 'ActionSet', actions: block.choices.map(submitButton) }];
    case 'buttons':
      return [
        ...(block.title === undefined ? [] : [textBlock(block.title)]),
        { type: 'ActionSet', actions: block.buttons.map(submitButton) },
      ];
    case 'form':
      return formElements(block);
    case 'quiet':
    case 'typing':
      return [];
  }
}

function textBlock(text: string, tone?: 'quiet' | 'strong'): Element & { type: 'TextBlock' } {
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    ...(tone === 'quiet' && { isSubtle: true, size: 'small' }),
    ...(tone === 'strong' && { weight: 'bolder' }),
  };
}

function linkText({ label, text, url }: Link): string {
  const linked = url === undefined ? text : `[${text}](${linkable(url)})`;
  return label === '' ? linked : `${label}: ${linked}`;
}

/** What would end the address early in markdown, as its code. */
function linkable(url: string): string {
  return url.replace(/[\s()<>]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}
