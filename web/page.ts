/** The script of the chat page: wires connection, chat, language, progress and notices together. */
import type { Activity } from './activity.ts';
import { createChat } from './chat.ts';
import { createDirectLine } from './direct-line.ts';
import { sendEscapeToHost } from './embedded.ts';
import { followWithFocus } from './follow-with-focus.ts';
import { requestGrant } from './grant.ts';
import { createLanguage } from './language.ts';
import { createMemory } from './memory.ts';
import { createNotice } from './notice.ts';
import { elementOf, readPageData } from './page-data.ts';
import { createPatience } from './patience.ts';
import { createProgress } from './progress.ts';
import { showLatestFromTop } from './show-latest-from-top.ts';
import { submitOnEnter } from './submit-on-enter.ts';
import { tellLanguage } from './tell-language.ts';
import { createWorkbookUpload } from './workbook-upload.ts';

const nonce = document.currentScript?.nonce;
const { WebChat: webChat } = window;

const memory = createMemory(() => localStorage);
const patience = createPatience();
const language = createLanguage({ page: document, data: readPageData(document), memory });
const progress = createProgress(document, language.texts);
const upload = createWorkbookUpload({
  page: document,
  language,
  memory,
  fetch: (...request) => fetch(...request),
});
const notice = createNotice({
  page: document,
  texts: language.texts,
  online: () => navigator.onLine,
  retry: webChat ? patience.wake : () => location.reload(),
});

language.changes.subscribe({
  next: () => {
    progress.refresh();
    notice.refresh();
  },
});
sendEscapeToHost(document, window);
window.addEventListener('online', patience.wake);
if (webChat) startChat(webChat);
else notice.failed();

function startChat(chat: NonNullable<typeof webChat>): void {
  const directLine = createDirectLine({
    origin: location.origin,
    fetch: (...request) => fetch(...request),
    openSocket: url => new WebSocket(url),
    requestGrant: () =>
      requestGrant({ fetch: (...request) => fetch(...request), memory, locale: language.current }),
    patience,
  });
  const element = elementOf(document, 'chat');
  const draw = createChat({
    webChat: chat,
    element,
    directLine,
    nonce,
    locale: language.current,
    texts: language.texts,
  });

  directLine.health$.subscribe({
    next: health => {
      notice.heard(health);
      if (health.kind === 'up') showChat(element);
    },
  });
  tellLanguage(directLine, language);
  language.changes.subscribe({ next: draw });
  draw();
  directLine.activity$.subscribe({ next: heard });
  showLatestFromTop(element);
  followWithFocus(element);
  submitOnEnter(element);
}

function heard(activity: Activity): void {
  progress.heard(activity);
  upload.heard(activity);
  if (activity.type === 'message' && activity.from?.role === 'bot') language.heard(activity.locale);
}

function showChat(element: HTMLElement): void {
  element.hidden = false;
  elementOf(document, 'loading').hidden = true;
}
