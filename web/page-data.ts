import type { Locale } from '../src/conversation/locale.ts';
import type { PageTexts } from '../src/http/page-texts.ts';

export type Names = Readonly<Record<string, string>>;

/** What the server put into the page for its script: same build, same origin, so its shape is known. */
export interface PageData {
  readonly texts: Readonly<Record<Locale, PageTexts>>;
  readonly authority: string;
  /** Begins a conversation without asking for leave. */
  readonly invitation: { readonly token: string; readonly conversationId: string };
  /** Id of a field → address of the names to suggest in it. */
  readonly names: Names;
  /** Address of the script that draws cards. */
  readonly cards: string;
}

/** Reads the data block. Throws when the page has none. */
export function readPageData(page: Document): PageData {
  const data: PageData = JSON.parse(elementOf(page, 'page-data').textContent ?? '');
  return data;
}

/** An element that the page always has. */
export function elementOf(page: Document, id: string): HTMLElement {
  const element = page.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}
