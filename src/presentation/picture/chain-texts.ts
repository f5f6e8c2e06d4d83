import type { LinkStanding } from '../../assessment/sections/told.ts';
import type { Translate } from '../../conversation/translate.ts';
import type { DrawnChain } from './chain-svg.ts';

/** Links by their names, as the picture without anybody's words tells them. */
export function chainTexts(
  t: Translate,
  links: readonly { readonly name: string; readonly standing: LinkStanding }[],
): DrawnChain {
  return {
    alt: chainAlt(t, links),
    title: t('bot:chain.title'),
    links: links.map(({ name, standing }) => ({
      name,
      standing,
      lines: [],
      measure: t(`bot:chain.${standing}`),
    })),
  };
}

/** What the picture shows, in words. */
export function chainAlt(
  t: Translate,
  links: readonly { readonly name: string; readonly standing: LinkStanding }[],
): string {
  const told = links.map(({ name, standing }) =>
    t('bot:chain.alt-link', { name, standing: t(`bot:chain.${standing}`) }),
  );
  return t('bot:chain.alt', { number: links.length, links: told.join('; ') });
}
