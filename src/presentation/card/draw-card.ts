import type { Locale } from '../../conversation/locale.ts';
import type { Screen } from '../context.ts';
import type { Block, Button, View } from '../view.ts';
import { drawBlock } from './draw-block.ts';
import { ASIDE, type Card, type SubmitAction, type ToggleAction } from './element.ts';
import { submitButton } from './submit-button.ts';

/** An Adaptive Card 1.5 of the view; `text` is the same in plain text, for screens that cannot draw it. */
export function drawCard(view: View, drawn: { text: string; screen: Screen; locale: Locale }): Card {
  const { text, screen, locale } = drawn;
  const actions = quietActions(view, screen);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    // The page names the card by it and reads it out when the card arrives.
    ...(screen === 'cards' && { speak: view.gist }),
    fallbackText: text,
    body: view.blocks.flatMap(block => drawBlock(block, screen)),
    ...(actions.length > 0 && { actions }),
    // Never for the web: the renderer's parser refuses every second card that names a language (a stateful regular
    // expression in adaptivecards 3.0). The page itself follows the conversation's language.
    ...(screen === 'teams' && { lang: locale, msteams: { width: 'Full' } }),
  };
}

/** Teams shows six buttons a card at most; the quiet ones beyond that go behind its "…", which the page has no use for. */
function quietActions({ blocks }: View, screen: Screen): (SubmitAction | ToggleAction)[] {
  const buttons = blocks.flatMap(block => (block.block === 'quiet' ? block.buttons : []));
  const places =
    screen === 'teams' ? MOST_IN_TEAMS - blocks.reduce((sum, block) => sum + loudIn(block), 0) : Infinity;
  const explained = blocks.some(({ block }) => block === 'aside');
  return buttons.map((button, index) => ({
    ...(explained && asksWhy(button) ? toggle(button) : submitButton(button)),
    ...(index >= places && { mode: 'secondary' }),
  }));
}

function asksWhy({ press }: Button): boolean {
  return press.do === 'command' && press.name === 'why';
}

function toggle({ label }: Button): ToggleAction {
  return { type: 'Action.ToggleVisibility', title: label, targetElements: [ASIDE] };
}

const MOST_IN_TEAMS = 6;

function loudIn(block: Block): number {
  if (block.block === 'choices') return block.choices.length;
  if (block.block === 'buttons') return block.buttons.length;
  if (block.block !== 'form') return 0;
  return 1 + (block.also?.length ?? 0);
}
