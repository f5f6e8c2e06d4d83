import type { Locale } from '../src/conversation/locale.ts';
import type { PageTexts } from '../src/http/page-texts.ts';
import { CARD_HOST_CONFIG } from './card-host-config.ts';
import type { DirectLine } from './direct-line.ts';
import { localizedStrings } from './localized-strings.ts';
import { STYLE_OPTIONS } from './style-options.ts';
import { timeOfDay } from './time-of-day.ts';
import type { WebChat } from './webchat.ts';

export interface ChatOptions {
  readonly webChat: WebChat;
  readonly element: HTMLElement;
  readonly directLine: DirectLine;
  readonly nonce: string | undefined;
  readonly locale: () => Locale;
  readonly texts: () => PageTexts;
}

/** Web Chat takes these exactly: a tag it does not know turns into some other Nordic language. */
const TAGS: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-US' };
/** Times follow the country, not the language pack. */
const CLOCKS: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Draws the chat. Drawing again, in another language, keeps everything said and written. */
export function createChat({ webChat, element, directLine, nonce, locale, texts }: ChatOptions): () => void {
  const store = webChat.createStore();
  return () =>
    webChat.renderWebChat(
      {
        directLine,
        store,
        nonce,
        locale: TAGS[locale()],
        sendTypingIndicator: false,
        styleOptions: STYLE_OPTIONS,
        adaptiveCardsHostConfig: CARD_HOST_CONFIG,
        overrideLocalizedStrings: localizedStrings(texts()),
        activityStatusMiddleware: timeOfDay(CLOCKS[locale()]),
      },
      element,
    );
}
