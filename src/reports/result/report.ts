/**
 * A result as a document, in one language: words and pictures that are ready to be drawn as a page, a PDF or for a word
 * processor. It knows no instrument; what makes it from the sections of an outcome is `saving/report/`.
 */
import type { Locale } from '../../conversation/locale.ts';

export interface Report {
  readonly locale: Locale;
  readonly author: string;
  /** The calendar day it was made on: `2026-11-28`. */
  readonly day: string;
  /** Of what it is the result, and whose. */
  readonly title: string;
  /** What the answers came to, in a line. */
  readonly result: string;
  /** What was judged, when, by which rules, and how much of it was answered. */
  readonly facts: readonly Fact[];
  /** What every reader has to know first: that it decides nothing, and whose the rules are. */
  readonly notices: readonly string[];
  readonly parts: readonly ReportPart[];
  /** Who made it and when, for the foot of a page. */
  readonly made: string;
  /** Headings where it is written as rows: part, item, column, value. */
  readonly columns: readonly [part: string, item: string, column: string, value: string];
  /** Said at the end of a single page that could not hold all of it. */
  readonly cut: string;
  /** Said where letters had to be left out because the document's font has none for them. */
  readonly unprinted: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/**
 * What stands under one heading. `brief` stands on the single page that a council reads, `full` only in the whole report:
 * on a page of the web it is closed until somebody opens it, and what is closed is not printed.
 */
export interface ReportPart {
  readonly in: 'brief' | 'full';
  /** None where it goes on from what stands above. */
  readonly heading?: string;
  /** 3 within the chapter that the latest heading of level 2 began. */
  readonly level: 2 | 3;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly block: 'text'; readonly text: string; readonly tone?: 'quiet' | 'strong' }
  | { readonly block: 'list'; readonly items: readonly string[] }
  /** Somebody's own words. */
  | { readonly block: 'words'; readonly label: string; readonly words: string }
  | { readonly block: 'table'; readonly table: Table }
  | { readonly block: 'figure'; readonly figure: Figure };

/** What it is of, the headings of its columns, and rows of as many cells; the first cell names the row. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** null is left empty for somebody to fill in by hand. */
export type Cell = string | null;

/** A picture, what it shows in words, and the same in a table beside it. */
export interface Figure {
  /** SVG that needs nothing else; its own title says the same as `alt`. */
  readonly svg: string;
  readonly alt: string;
  /** `narrow` and `half` leave room for its table at its side. */
  readonly width: 'narrow' | 'half' | 'wide';
  readonly table: Table;
}

/** What is made of it beside the turns: one page as a PDF, all of it as a PDF, and the page to write on. */
export type ReportForm = 'brief' | 'full' | 'docx';
