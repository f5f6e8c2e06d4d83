/**
 * The launcher for other sites, from one tag:
 *   <script src="https://bot.example.fi/widget.js" data-locale="fi" defer></script>
 * `data-color` and `data-logo` dress the button: docs/widget.md.
 * A button opens the chat in a frame of this script's own origin. No cookies, nothing global, and the host's
 * styles and the launcher's do not touch: they live on two sides of a shadow root.
 */
import { CLOSE_MESSAGE, READY_MESSAGE } from './embedded.ts';
import { keepOnPage } from './keep-on-page.ts';
import { coloursOf } from './widget-colours.ts';
import { keepOpen, wasOpen } from './widget-open.ts';
import { expectAnswer, tellWebmaster } from './widget-refusal.ts';
import { WIDGET_STYLE } from './widget-style.ts';
import { trapFocus } from './widget-trap.ts';

/** Put in by the build, from `locales/`. */
declare const WIDGET_TEXTS: Readonly<Record<string, WidgetTexts>>;

interface WidgetTexts {
  readonly open: string;
  readonly close: string;
  readonly frame: string;
}

const NAME = 'porrasbotti-widget';

// The registry of elements remembers for as long as the window is there, and is no name on it.
const tag = ownTag();
if (tag && !customElements.get(NAME)) {
  customElements.define(NAME, class extends HTMLElement {});
  launch(tag);
}

/** The tag this script came by. A module is not told which one that is. */
function ownTag(): HTMLScriptElement | undefined {
  const { currentScript, scripts } = document;
  if (currentScript instanceof HTMLScriptElement) return currentScript;
  return [...scripts].find(({ src }) => URL.canParse(src) && new URL(src).pathname.endsWith('/widget.js'));
}

function launch(tag: HTMLScriptElement): void {
  const { origin } = new URL(tag.src);
  const locale = localeOf(tag.dataset.locale ?? document.documentElement.lang);
  const texts = WIDGET_TEXTS[locale];
  if (!texts) return;
  const launched: Launched = { origin, locale, texts, ...attach(texts) };
  dress(launched, tag.dataset);
  const chat = createPanel(launched);
  const toggle = (open: boolean) => {
    chat.show(open);
    (open ? chat.frame() : launched.button)?.focus();
  };
  launched.button.addEventListener('click', () => toggle(!chat.isOpen()));
  launched.root.addEventListener('keydown', event => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && chat.isOpen()) toggle(false);
  });
  window.addEventListener('message', event => {
    if (event.origin !== origin || event.source !== chat.frame()?.contentWindow) return;
    if (event.data === CLOSE_MESSAGE) toggle(false);
    if (event.data === READY_MESSAGE) chat.answered();
  });
  // On the next page of the site it is as it was, and the reader's place is not taken from them.
  if (wasOpen()) chat.show(true);
}

/** In the site's own colour and with its logo, where the tag names them. */
function dress({ root, button }: Attached, { color, logo }: DOMStringMap): void {
  const colours = color === undefined ? undefined : coloursOf(color);
  for (const [name, value] of Object.entries(colours ?? {}))
    if (root.host instanceof HTMLElement) root.host.style.setProperty(name, value);
  if (color !== undefined && !colours) tellWebmaster(`data-color="${color}" is not of the form #rrggbb.`);
  if (logo === undefined) return;
  const icon = button.firstElementChild;
  const picture = new Image(22, 22);
  picture.alt = '';
  // One that does not come, or that the page's policy refuses, leaves the button as it was.
  picture.onload = () => icon?.replaceWith(picture);
  picture.src = logo;
}

interface Attached {
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

interface Launched extends Attached {
  readonly origin: string;
  readonly locale: string;
  readonly texts: WidgetTexts;
}

/** The button and the closed panel, on the host's page. */
function attach(texts: WidgetTexts): Attached {
  const host = document.createElement(NAME);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet()];
  const button = launcher(texts);
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.id = 'panel';
  panel.hidden = true;
  root.append(panel, button);
  keepOnPage(host);
  return { root, button, panel };
}

/** Opens and closes the panel; the chat comes into it with the first opening. */
function createPanel({ root, panel, button, origin, locale, texts }: Launched) {
  let opened = false;
  let answered: (() => void) | undefined;
  const frame = () => panel.querySelector('iframe');
  const trap = trapFocus({ root, button, frame });
  return {
    frame,
    isOpen: () => opened,
    answered: () => answered?.(),
    show: (open: boolean) => {
      opened = open;
      keepOpen(open);
      if (open && !frame()) {
        panel.append(chatFrame(`${origin}/embed?lang=${locale}`, texts.frame));
        answered = expectAnswer(origin);
      }
      panel.hidden = !open;
      trap(open);
      button.ariaExpanded = String(open);
      button.lastElementChild?.replaceChildren(open ? texts.close : texts.open);
    },
  };
}

function localeOf(tag: string): string {
  const language = tag.slice(0, 2).toLowerCase();
  return language in WIDGET_TEXTS ? language : 'fi';
}

/** A constructed sheet, since the host's policy may allow no style elements. */
function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDGET_STYLE);
  return sheet;
}

function launcher({ open }: WidgetTexts): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', 'panel');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const stair = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  stair.setAttribute('d', 'M3 20v-4h5v-4h5V8h5V4h3v16z');
  icon.append(stair);
  const name = document.createElement('span');
  name.textContent = open;
  button.append(icon, name);
  return button;
}

function chatFrame(address: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = title;
  return frame;
}
