/** The script of the page of many fields: finds the conversation that this browser holds, fills the table and saves it. */
import type { GridTexts } from '../src/http/grid-texts.ts';
import { createGridCalls } from './grid-calls.ts';
import { isGone } from './grid-saver.ts';
import { showGrid } from './grid-screen.ts';
import { createMemory } from './memory.ts';
import { elementOf, readPageData } from './page-data.ts';
import { createPatience } from './patience.ts';
import { createVisit, visitKind } from './visit.ts';

const texts = readPageData<GridTexts>(document);
const loading = elementOf(document, 'loading');
const memories = { browser: createMemory(() => localStorage), tab: createMemory(() => sessionStorage) };
const visit = createVisit(memories);
const patience = createPatience();
const path = location.pathname.split('/').slice(2).join('/');
const [dialog = ''] = path.split('/');
const calls = createGridCalls(path, {
  fetch: (...call) => fetch(...call),
  visit,
  locale: () => document.documentElement.lang,
});

async function open(): Promise<void> {
  // A conversation that nobody here was just in may be another person's: the chat asks first.
  if (visitKind(memories, Date.now()) !== 'going-on') {
    loading.textContent = texts.none;
    return;
  }
  visit.takePart();
  for (let failures = 0; ; failures += 1) {
    try {
      const grid = await calls.load();
      loading.hidden = true;
      showGrid(grid, { page: document, texts, calls, dialog, patience, memory: memories.tab });
      return;
    } catch (problem) {
      if (isGone(problem)) {
        loading.textContent = texts.gone;
        return;
      }
      loading.textContent = failures > 0 ? texts.gone : texts.loading;
      await patience.wait(failures);
    }
  }
}

window.addEventListener('online', patience.wake);
window.addEventListener('pagehide', visit.leave);
void open();
