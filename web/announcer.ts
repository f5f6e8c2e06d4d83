import { elementOf } from './page-data.ts';

/** Reads out what arrived, once. */
export type Announce = (text: string, locale: string | undefined) => void;

/** Long enough for a screen reader to take it up, short enough that nobody reads it a second time. */
const KEPT_MS = 10_000;

/** The region is on the page from the start: one that comes with its text is not read. */
export function createAnnouncer(page: Document): Announce {
  const region = elementOf(page, 'announcer');
  return (text, locale) => {
    if (text === '') return;
    const line = page.createElement('p');
    line.textContent = text;
    if (locale) line.lang = locale;
    region.append(line);
    setTimeout(() => line.remove(), KEPT_MS);
  };
}
