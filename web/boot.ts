/**
 * Runs before anything is drawn, from inside the page: decides what is to be seen, and keeps the presses of whoever is
 * faster than the script. It is small and plain on purpose; all else waits for `page.ts`.
 */
import { createMemory } from './memory.ts';
import { visitKind } from './visit.ts';

const root = document.documentElement;
const browser = createMemory(() => localStorage);
const tab = createMemory(() => sessionStorage);

root.dataset.scripts = 'on';
root.dataset.visit = visitKind({ browser, tab }, Date.now());
goToOwnLanguage(browser.read('locale'));
document.addEventListener('click', keepPress);
document.addEventListener('submit', keepWords);
window.addEventListener('load', () => {
  if (root.dataset.ready === undefined) root.dataset.scripts = 'failed';
});

/** Whoever chose a language before gets the page in it, unless this address names one. */
function goToOwnLanguage(locale: string | undefined): void {
  const named = new URLSearchParams(location.search).has('lang');
  if (!named && locale && /^(fi|sv|en)$/.test(locale) && locale !== root.lang) {
    location.replace(`?lang=${locale}${location.hash}`);
  }
}

/** One press is kept, the first, and shown as pressed. */
function keepPress({ target }: Event): void {
  if (root.dataset.ready !== undefined || !(target instanceof Element)) return;
  if (document.querySelector('[data-kept]')) return;
  const button = target.closest('[data-press], [data-choose]');
  if (!button) return;
  button.setAttribute('data-kept', '');
  button.setAttribute('aria-pressed', 'true');
}

function keepWords(event: Event): void {
  event.preventDefault();
  if (root.dataset.ready === undefined && event.target instanceof Element) {
    event.target.setAttribute('data-kept', '');
  }
}
