import type { Locale } from '../src/conversation/locale.ts';
import type { PageTexts } from '../src/http/page-texts.ts';

export type Names = Readonly<Record<string, string>>;

/** What the page of the chat is given. */
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

/** What the server put into a page for its script: same build, same origin, so its shape is known. Throws without any. */
export function readPageData<Data>(page: Document): Data {
  const data: Data = JSON.parse(elementOf(page, 'page-data').textContent ?? '');
  return data;
}

/** An element that the page always has. */
export function elementOf(page: Document, id: string): HTMLElement {
  const element = page.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}
