/** The script of a workshop's page: asks once a second how it is, and does what the facilitator presses. */
import type { WorkshopTexts } from '../src/http/workshop-texts.ts';
import type { WorkshopDeed, WorkshopDone } from '../src/presentation/workshop/workshop-shown.ts';
import { Refused } from './grant.ts';
import { elementOf, readPageData } from './page-data.ts';
import { createPatience } from './patience.ts';
import { createWorkshopCalls } from './workshop-calls.ts';
import { createDrawing } from './workshop-draw.ts';

const texts = readPageData<WorkshopTexts>(document);
const told = elementOf(document, 'told');
const patience = createPatience();
const calls = createWorkshopCalls({
  fetch: (...call) => fetch(...call),
  locale: () => document.documentElement.lang,
  key: () => location.hash.slice(1),
});
const draw = createDrawing(elementOf(document, 'workshop'), {
  page: document,
  texts,
  act: deed => void act(deed),
});

/** At most two a second, with a tab in the background none. */
const PAUSE_MS = 1_000;
const GONE = [401, 403, 404];

async function follow(): Promise<void> {
  for (let failures = 0; ; ) {
    try {
      if (document.visibilityState === 'visible') show({ workshop: await calls.load() }, 'by-itself');
      failures = 0;
    } catch (problem) {
      if (problem instanceof Refused && GONE.includes(problem.status)) {
        say(texts.gone);
        return;
      }
      failures += 1;
      say(texts.lost);
    }
    await (failures > 0 ? patience.wait(failures) : new Promise(resolve => setTimeout(resolve, PAUSE_MS)));
  }
}

async function act(deed: WorkshopDeed): Promise<void> {
  try {
    const done = await calls.act(deed);
    // This page goes on as everybody's screen.
    if (done.secret !== undefined) handOver(done.secret);
    show(done, 'pressed');
  } catch {
    say(texts.failed);
  }
}

function show({ workshop, refused }: WorkshopDone, how: 'by-itself' | 'pressed'): void {
  elementOf(document, 'title').textContent = workshop.title;
  if (refused === 'too-few') say(texts.tooFew);
  else if (refused === 'not-yours' || (leads() && workshop.holder === 'anybody')) say(texts.notYours);
  else if (how === 'pressed' || [texts.loading, texts.lost].includes(told.textContent ?? '')) say('');
  draw(workshop);
}

/** The new link, to be copied or scanned; what is in the address of this page leads no longer. */
function handOver(secret: string): void {
  const [id] = location.hash.slice(1).split('.');
  const link = `${location.origin}${location.pathname}${location.search}#${id}.${secret}`;
  const box = document.createElement('section');
  box.className = 'workshop-handed';
  const line = document.createElement('p');
  line.textContent = texts.handed;
  const field = document.createElement('input');
  field.type = 'text';
  field.readOnly = true;
  field.value = link;
  field.setAttribute('aria-label', texts.handed);
  box.append(line, field);
  elementOf(document, 'workshop').before(box);
  field.focus();
  field.select();
  history.replaceState(null, '', `#${id}`);
}

function leads(): boolean {
  return location.hash.includes('.');
}

function say(text: string): void {
  if (told.textContent === text) return;
  told.textContent = text;
  told.hidden = text === '';
}

/** The frame's links to other languages keep what opens the workshop. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-locale]'))
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });
window.addEventListener('hashchange', () => location.reload());
window.addEventListener('online', patience.wake);
if (location.hash.length > 1) void follow();
else say(texts.none);
