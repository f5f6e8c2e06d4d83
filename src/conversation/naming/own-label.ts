/** An option said by its own label: the very words that a card, a list of options or a table offers. */
import { namingOf, type RunScene } from '../context.ts';
import { blanked, hasWords } from './span.ts';

/** The option of a scale whose label is all that a text says, but for "is" and "are"; a negation beside it is something else. */
export function ownLabel(scene: RunScene, text: string, scale: string): string | undefined {
  const { labels, marks } = namingOf(scene);
  const [found, ...more] = labels.find(text).filter(({ id }) => id.scale === scale);
  if (!found || more.length > 0) return undefined;
  const beside = blanked(text, [found]);
  const little = marks.find(beside).filter(({ id }) => id === 'is');
  return hasWords(blanked(beside, little)) ? undefined : found.id.option;
}

/** The text with spaces for the stops within labels, where a label of several parts would be cut: "Yes, in part". */
export function withLabelsWhole(scene: RunScene, text: string): string {
  return namingOf(scene)
    .labels.find(text)
    .reduce(
      (whole, { from, to }) =>
        whole.slice(0, from) + whole.slice(from, to).replace(/[^\p{L}\p{N}]/gu, ' ') + whole.slice(to),
      text,
    );
}
