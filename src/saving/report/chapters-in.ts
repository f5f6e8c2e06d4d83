import type { NamedItem } from '../../assessment/named-item.ts';
import type { Section } from '../../assessment/sections/section.ts';

/** Sections that belong together: what stands before the first chapter, or one chapter. */
export interface Chapter {
  /** Of what it is; undefined before the first chapter. */
  readonly item?: NamedItem;
  readonly sections: readonly Section[];
}

/** All sections but those that begin a chapter, in their order. */
export function chaptersIn(sections: readonly Section[]): readonly Chapter[] {
  const starts = sections.flatMap((section, at) =>
    section.kind === 'chapter' ? [{ item: section.item, at }] : [],
  );
  const ends = [...starts.map(({ at }) => at), sections.length];
  return [
    { sections: sections.slice(0, ends[0]) },
    ...starts.map(({ item, at }, index) => ({ item, sections: sections.slice(at + 1, ends[index + 1]) })),
  ];
}
