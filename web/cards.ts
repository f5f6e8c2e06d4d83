/**
 * Adaptive Cards by Microsoft's renderer: a script of its own, since the page greets and connects without it. What the
 * renderer leaves undone for people is done in `card-*.ts`.
 */
import {
  type Action,
  AdaptiveCard,
  GlobalSettings,
  HostConfig,
  OpenUrlAction,
  Strings,
  SubmitAction,
} from 'adaptivecards';
import { CARD_HOST_CONFIG } from './card-host-config.ts';
import { refineInputs } from './card-inputs.ts';
import { refineMarkup } from './card-markup.ts';
import { suggestNames } from './card-names.ts';
import { markdownToHtml } from './markdown.ts';
import type { Names } from './page-data.ts';

/** What a button of a card sends. */
export interface CardPress {
  /** What the person sees that they said. */
  readonly label: string;
  readonly data: object;
  readonly button: HTMLElement | undefined;
}

export interface CardOptions {
  readonly pressed: (press: CardPress) => void;
  /** The name of the button that shows further buttons. */
  readonly more: string;
}

GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};
AdaptiveCard.onAnchorClicked = (_element, anchor) => staysHere(anchor);
const hostConfig = new HostConfig(CARD_HOST_CONFIG);

/** Draws a card; undefined when nothing of it can be drawn, as of a version to come. */
export function drawCard(
  content: unknown,
  { pressed, more }: CardOptions,
  names: Names,
): HTMLElement | undefined {
  Strings.defaults.overflowButtonTooltip = () => more;
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = action => carryOut(action, pressed);
  card.parse(content);
  const element = card.render();
  if (!element?.textContent) return undefined;
  refineMarkup(card, element);
  refineInputs(card, element);
  suggestNames(card, element, names);
  return element;
}

/** A page of our own beside the chat opens in its place: at this very address, where the conversation is kept. */
function staysHere({ href }: HTMLAnchorElement): boolean {
  const { pathname, search } = new URL(href, location.href);
  if (!pathname.startsWith('/grid/')) return false;
  location.assign(pathname + search);
  return true;
}

function carryOut(action: Action, pressed: CardOptions['pressed']): void {
  if (action instanceof SubmitAction) {
    pressed({ label: action.title ?? '', data: action.data ?? {}, button: action.renderedElement });
  } else if (action instanceof OpenUrlAction && action.url) {
    window.open(action.url, '_blank', 'noopener');
  }
}
