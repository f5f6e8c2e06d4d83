/** The script of the chat page: wires connection, chat, language, progress and notices together. */
import type { Activity } from './activity.ts';
import { createCardLoader } from './card-loader.ts';
import { createChat } from './chat.ts';
import { createDirectLine } from './direct-line.ts';
import { sendEscapeToHost, sendReadyToHost } from './embedded.ts';
import { createGrantRequest } from './grant.ts';
import { createLanguage } from './language.ts';
import { createMemory } from './memory.ts';
import { createNotice } from './notice.ts';
import { type PageData, readPageData } from './page-data.ts';
import { createPatience } from './patience.ts';
import { createProgress } from './progress.ts';
import { ERASED } from './receive.ts';
import { onReturnChoice } from './return-choice.ts';
import { tellLanguage } from './tell-language.ts';
import { createVisit } from './visit.ts';
import { createWorkbookUpload } from './workbook-upload.ts';

const root = document.documentElement;
const workshopCode = takeFromAddress(/^#workshop=([a-z]{4}-\d{4})$/i)?.toUpperCase();
/** What a colleague asks, or what is kept, has a code that is said as if it were typed. */
const typedCode = takeFromAddress(/^#code=([0-9a-z-]{34})$/i);
const data = readPageData<PageData>(document);
const cards = createCardLoader(data);
void cards.ready();

const browser = createMemory(() => localStorage);
const visit = createVisit({ browser, tab: createMemory(() => sessionStorage) });
const patience = createPatience();
const language = createLanguage({ page: document, data, memory: browser });
const request: typeof fetch = (...call) => fetch(...call);
const progress = createProgress(document, language.texts);
const upload = createWorkbookUpload({ page: document, language, visit, fetch: request });
const notice = createNotice({
  page: document,
  texts: language.texts,
  online: () => navigator.onLine,
  retry: patience.wake,
});
const directLine = createDirectLine({
  origin: location.origin,
  fetch: request,
  openSocket: url => new WebSocket(url),
  requestGrant: createGrantRequest(data.invitation.token, {
    fetch: request,
    visit,
    locale: language.current,
  }),
  patience,
});
const chat = createChat({
  page: document,
  view: window,
  language,
  cards,
  post: directLine.post,
  onPart: visit.takePart,
});

directLine.health.subscribe(notice.heard);
directLine.received.subscribe(activities => {
  chat.receive(activities);
  activities.forEach(heard);
});
language.changes.subscribe(() => {
  progress.refresh();
  notice.refresh();
});
tellLanguage(directLine, language);
window.addEventListener('online', directLine.reconnect);
window.addEventListener('pagehide', visit.leave);
sendEscapeToHost(document, window);
sendReadyToHost(window);
submitOnEnter(document.body);

function enter(kind: 'new' | 'going-on', by: 'itself' | 'choice'): void {
  root.dataset.visit = kind;
  if (kind === 'new' && by === 'choice') visit.forget();
  if (kind === 'going-on') visit.takePart();
  chat.enter(kind, by);
  directLine.connect();
  if (typedCode !== undefined) chat.say(typedCode);
  if (workshopCode === undefined) return;
  chat.press({
    label: language.texts().joinWorkshop,
    data: { do: 'workshop', act: 'join', what: workshopCode },
  });
}

/** The code that the page was opened with (`/#workshop=ABCD-2345`), once: a reload does nothing anew with it. */
function takeFromAddress(hash: RegExp): string | undefined {
  const code = hash.exec(location.hash)?.[1];
  if (code !== undefined) history.replaceState(null, '', location.pathname + location.search);
  return code;
}

function heard(activity: Activity): void {
  progress.heard(activity);
  upload.heard(activity);
  if (activity.type === 'event' && activity.name === ERASED) visit.forget();
  if (activity.type === 'message' && activity.from?.role === 'bot') language.heard(activity.locale);
}

/** Enter in a one-line field of a card presses the button that sends the card, as in any form on the web. */
function submitOnEnter(chat: HTMLElement): void {
  chat.addEventListener('keydown', ({ key, target, isComposing }) => {
    if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement)) return;
    const card = target.closest('.ac-adaptiveCard');
    card?.querySelector<HTMLElement>('.ac-pushButton.style-positive')?.click();
  });
}

// From here on the page answers for itself; what was pressed before is sent now.
root.dataset.ready = '';
if (root.dataset.visit === 'returning') onReturnChoice(document, kind => enter(kind, 'choice'));
else enter(root.dataset.visit === 'going-on' ? 'going-on' : 'new', 'itself');
chat.sendKept();
