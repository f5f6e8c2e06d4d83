import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Report, ReportPart } from '../report.ts';
import { type FontCoverage, fontCoverage } from './font-coverage.ts';
import { type Extent, type Layout, pageData } from './page-data.ts';
import { printable } from './printable.ts';
import { TEMPLATE } from './typst-template.ts';

/** Points. What does not fit on one page in the smallest letters is cut from the end, and that is said. */
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5] as const;
const SMALLEST = 8.5;
const FULL_SIZE = 10;

/**
 * The report as PDF/UA-1: tagged, with title and language, and with headings over the columns of its tables. `brief` is
 * one page of A4. The same report gives the same bytes. Takes some tens of milliseconds of computing at once, so it is
 * for a thread beside the turns. Rejects where typst refuses what it is given, which is a fault of ours.
 */
export async function reportPdf(report: Report, extent: Extent): Promise<Uint8Array> {
  const typesetter = await loadTypesetter();
  const set = (layout: Omit<Layout, 'extent' | 'notes'>, notes: readonly string[] = []) =>
    typesetter.set(report, { extent, notes, ...layout });
  if (extent === 'full') return set({ size: FULL_SIZE, parts: report.parts }).pdf();
  const parts = report.parts.filter(part => part.in === 'brief');
  for (const size of SIZES) {
    const page = set({ size, parts });
    if (page.pages === 1) return page.pdf();
  }
  const most = largest(blocksIn(parts), count => cut(count).pages === 1);
  return cut(most).pdf();

  function cut(count: number): Typeset {
    return set({ size: SMALLEST, parts: firstBlocks(parts, count) }, [report.cut]);
  }
}

function blocksIn(parts: readonly ReportPart[]): number {
  return parts.reduce((sum, { blocks }) => sum + blocks.length, 0);
}

/** The first blocks, with the headings that stand above them. */
function firstBlocks(parts: readonly ReportPart[], count: number): ReportPart[] {
  let left = count;
  return parts.flatMap(part => {
    const blocks = part.blocks.slice(0, left);
    left -= blocks.length;
    return blocks.length > 0 ? [{ ...part, blocks }] : [];
  });
}

/** The largest count up to `most` that fits; 0 is not tried. */
function largest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Typeset {
  readonly pages: number;
  pdf(): Uint8Array;
}

interface Typesetter {
  set(report: Report, layout: Layout): Typeset;
}

let loaded: Promise<Typesetter> | undefined;

/** The library is 50 MB of native code: it is loaded with the first PDF, and kept. */
function loadTypesetter(): Promise<Typesetter> {
  loaded ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) => {
    const fonts = FONTS.map(file => readFileSync(file));
    const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
    const [regular = new Uint8Array()] = fonts;
    return typesetter(compiler, fontCoverage(regular));
  });
  return loaded;
}

function typesetter(compiler: NodeCompiler, has: FontCoverage): Typesetter {
  return {
    set(report, layout) {
      const { data, missing } = inGlyphs(pageData(report, layout), has);
      const notes = [...layout.notes, report.unprinted];
      const all = missing === 0 ? data : inGlyphs(pageData(report, { ...layout, notes }), has).data;
      const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { report: all } });
      const document = compiled.result;
      if (!document) throw new Error(problemsOf(compiler, compiled));
      return {
        pages: document.numOfPages,
        pdf: () => {
          const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 });
          // What one report said is not kept in the library's memory for the next.
          compiler.evictCache(0);
          return Uint8Array.from(bytes);
        },
      };
    },
  };
}

/** As JSON, with nothing in its texts that the font cannot draw. */
function inGlyphs(page: ReturnType<typeof pageData>, has: FontCoverage) {
  let missing = 0;
  const data = JSON.stringify(page, (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const drawn = printable(value, has);
    missing += drawn.missing;
    return drawn.text;
  });
  return { data, missing };
}

function problemsOf(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const problems = compiled.takeError();
  return problems ? JSON.stringify(compiler.fetchDiagnostics(problems)) : 'typst made no document';
}

const FONTS = ['400Regular', '600SemiBold', '700Bold'].map(weight =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`,
  ),
);
