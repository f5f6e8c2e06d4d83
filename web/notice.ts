import type { PageTexts } from '../src/http/page-texts.ts';
import { elementOf } from './page-data.ts';
import type { Down, Health } from './stay-connected.ts';

/** The line above the chat that says when the connection does not work, in the person's language. */
export interface Notice {
  readonly heard: (health: Health) => void;
  /** The chat could not even be loaded. */
  readonly failed: () => void;
  /** Says the same in the language of now. */
  readonly refresh: () => void;
}

export interface NoticeOptions {
  readonly page: Document;
  readonly texts: () => PageTexts;
  readonly online: () => boolean;
  readonly retry: () => void;
}

type Trouble = 'noticeLost' | 'noticeOffline' | 'noticeFailed' | 'noticeRefused' | 'noticeUnknownAddress';

/** One failed try passes unnoticed: a renewed grant, or a server that is just being restarted. */
const FAILURES_NOTICED = 2;
const BACK_SHOWN_MS = 4000;

export function createNotice({ page, texts, online, retry }: NoticeOptions): Notice {
  const box = elementOf(page, 'notice');
  let failures = 0;
  let connectedBefore = false;
  let shown: Trouble | 'noticeBack' | undefined;

  const show = (next: typeof shown) => {
    if (next === shown) return;
    shown = next;
    refresh();
  };
  const refresh = () => {
    box.replaceChildren(...(shown ? [line(page, texts()[shown])] : []));
    if (shown && shown !== 'noticeBack') box.append(retryButton(page, texts().noticeRetry, retry));
  };

  return {
    refresh,
    failed: () => show('noticeFailed'),
    heard: health => {
      if (health.kind === 'up') {
        failures = 0;
        connectedBefore = true;
        if (!shown) return;
        show('noticeBack');
        setTimeout(() => shown === 'noticeBack' && show(undefined), BACK_SHOWN_MS);
        return;
      }
      failures += 1;
      if (failures >= FAILURES_NOTICED) show(troubleOf(health, { online: online(), connectedBefore }));
    },
  };
}

/** Too many at once, or the server cannot just now. */
const REFUSALS = [429, 503];

function troubleOf(
  { status, code }: Down,
  { online, connectedBefore }: { online: boolean; connectedBefore: boolean },
): Trouble {
  if (!online) return 'noticeOffline';
  if (connectedBefore) return 'noticeLost';
  // No waiting helps: the server's PUBLIC_URL is another one.
  if (code === 'BadOrigin') return 'noticeUnknownAddress';
  return status !== undefined && REFUSALS.includes(status) ? 'noticeRefused' : 'noticeFailed';
}

function line(page: Document, text: string): HTMLElement {
  const element = page.createElement('span');
  element.textContent = text;
  return element;
}

function retryButton(page: Document, text: string, retry: () => void): HTMLElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', retry);
  return button;
}
