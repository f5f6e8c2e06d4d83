import type { Amount } from './line.ts';
import type { Outcome } from './outcome.ts';
import type { Section } from './sections/section.ts';

/**
 * An outcome as others may see it: nothing of what was answered, and no words of the person's but the names of things that
 * they added to it, without which its levels would be of nothing. Whoever shares it is told those (`ownNames`).
 */
export function withoutAnswers({ sections, ...outcome }: Outcome): Outcome {
  const chapter = sections.findIndex(({ kind }) => kind === 'chapter');
  // Of several items the whole is shared: all of them would be too much for one message.
  const whole = chapter === -1 ? sections : sections.slice(0, chapter);
  return { ...outcome, sections: whole.flatMap(shareable) };
}

function shareable(section: Section): Section[] {
  if (section.kind === 'told' || section.kind === 'roadmap') return [];
  if (section.kind === 'change') {
    const { measures: _, ...rest } = section;
    return [{ ...rest, answers: [] }];
  }
  if (section.kind === 'consensus') {
    const { parted: _, ...rest } = section;
    return [rest];
  }
  // How little is missing from a number would tell the number.
  if (section.kind === 'standing' && section.near) return [{ ...section, near: [] }];
  if (section.kind !== 'figures') return [section];
  const lines = section.lines.filter(({ amounts = {} }) => !Object.values(amounts).some(isWords));
  return [{ ...section, lines }];
}

function isWords(amount: Amount): boolean {
  return typeof amount === 'object' && 'words' in amount;
}
