import { type Outcome, sectionOf } from './outcome.ts';

/** The outcome with the version of the catalogue that its actions were picked from: their ids alone do not tell it. */
export function withCatalogue(outcome: Outcome, version: string): Outcome {
  const sections = outcome.sections.map(section =>
    section.kind === 'actions' ? { ...section, catalogue: version } : section,
  );
  return { ...outcome, sections };
}

/** That version; `unknown` of actions that were kept before it was noted, and undefined where none are advised. */
export function catalogueOf(outcome: Outcome): string | undefined {
  const actions = sectionOf(outcome, 'actions');
  return actions && (actions.catalogue ?? CATALOGUE_UNKNOWN);
}

export const CATALOGUE_UNKNOWN = 'unknown';
