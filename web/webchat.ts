/** The part of Web Chat that this page uses. It comes as one script of its own and leaves itself on `window`. */
import type { DirectLine } from './direct-line.ts';
import type { StatusMiddleware } from './status-middleware.ts';

export interface WebChatAction {
  readonly type: string;
  readonly payload?: unknown;
}

export interface WebChatStore {
  readonly dispatch: (action: WebChatAction) => void;
}

export interface WebChatProps {
  readonly directLine: DirectLine;
  readonly store: WebChatStore;
  readonly locale: string;
  readonly nonce: string | undefined;
  readonly sendTypingIndicator: boolean;
  readonly styleOptions: Readonly<Record<string, string | number | boolean>>;
  readonly adaptiveCardsHostConfig: object;
  readonly overrideLocalizedStrings: Readonly<Record<string, string>>;
  readonly activityStatusMiddleware: StatusMiddleware;
}

export interface WebChat {
  readonly createStore: () => WebChatStore;
  readonly renderWebChat: (props: WebChatProps, element: HTMLElement) => void;
}

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}
