import type { DrawCard } from './message.ts';
import type { PageData } from './page-data.ts';

/** Fetches the renderer of cards, and again when it did not come. */
export interface CardLoader {
  /** Resolves when it is there, or when this try has failed. */
  readonly ready: () => Promise<void>;
  readonly drawCard: () => DrawCard | undefined;
}

export function createCardLoader({ cards: address, names }: Pick<PageData, 'cards' | 'names'>): CardLoader {
  let drawCard: DrawCard | undefined;
  let loading: Promise<void> | undefined;
  let tries = 0;

  const load = async () => {
    // A browser does not ask again for a module that failed, unless the address is another.
    const url = tries === 0 ? address : `${address}?try=${tries}`;
    tries += 1;
    try {
      const cards: typeof import('./cards.ts') = await import(url);
      drawCard = (content, options) => cards.drawCard(content, options, names);
    } catch {
      loading = undefined;
    }
  };
  return {
    ready: () => {
      loading ??= load();
      return loading;
    },
    drawCard: () => drawCard,
  };
}
