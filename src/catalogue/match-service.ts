/** Which item of the instrument a service is: by known phrases, and by names that services have elsewhere. */
import { type ClassFit, classFit } from './classes.ts';
import { createLikeItems, type LikeItem } from './like-items.ts';
import { type ByPhrases, createPhraseMatcher } from './match-by-phrases.ts';
import type { MatchWords } from './match-words.ts';
import { BESIDE } from './read-name.ts';
import type { RegisterService } from './register-service.ts';

export interface Match {
  readonly item: string;
  /** `sure`: proposed together with others; `unsure`: asked one by one. */
  readonly surety: 'sure' | 'unsure';
  /** `alike`: it is called nearly as a service elsewhere; the others as phrases say it. */
  readonly why: ByPhrases['why'] | 'alike';
  /** The words of the name that said it, or the name elsewhere; empty where its class did. */
  readonly words: string;
}

/** Undefined when it is none of them, or nothing tells. */
export type MatchService = (service: RegisterService) => Match | undefined;

/** `places`: names that tell nothing, such as the municipality's own. */
export function createMatcher(
  words: MatchWords,
  places: readonly string[],
  likeItems = createLikeItems(words),
): MatchService {
  const byPhrases = createPhraseMatcher(words, places);
  const classOf = new Map(words.items.map(({ item, ptv }) => [item, ptv]));
  return service => {
    const said = byPhrases(service);
    const all = likeItems(service);
    const first = all.find(({ item }) => item !== BESIDE);
    const like = {
      first: first && { ...first, fit: classFit(service.classes, classOf.get(first.item)) },
      said: all.find(({ item }) => item === said?.item) ?? { share: 0, near: 0 },
      beside: all.find(({ item }) => item === BESIDE)?.share ?? 0,
    };
    return sureOf(said, like) ?? askedOf(said, like);
  };
}

interface Like {
  /** The likeliest item. */
  readonly first: (LikeItem & { readonly fit: ClassFit }) | undefined;
  /** How like the item is that phrases say. */
  readonly said: Pick<LikeItem, 'share' | 'near'>;
  /** How likely it is none of the items, 0–1. */
  readonly beside: number;
}

/**
 * What phrases say is sure where names elsewhere agree, and nothing in the name is left that could turn it ("sale of the
 * library's old books"): nearly all of its letters are the phrase's, or the whole is near to a name elsewhere.
 */
const AGREED = { share: 0.6, literal: 0.8, near: 0.5 };
/** What names elsewhere say alone, and neither phrases nor the class deny, is sure from here on. */
const ALIKE = { share: 0.95, near: 0.5 };

function sureOf(said: ByPhrases | undefined, { first, said: { share, near } }: Like): Match | undefined {
  if (said?.surety === 'sure' && share >= AGREED.share)
    if (said.literal >= AGREED.literal || near >= AGREED.near) return said;
  if (!first || first.fit === 'far' || (said && said.item !== first.item)) return undefined;
  return first.share >= ALIKE.share && first.near >= ALIKE.near ? alike(first, 'sure') : undefined;
}

/** From here on a service that is likelier none of the items is offered as one of its own. */
const BESIDE_FROM = 0.5;
/** A class alone says little. */
const BESIDE_FROM_BY_CLASS = 0.35;
const ASKED = { share: 0.3, near: 0.15 };
/** What phrases are sure of is asked though names elsewhere say little for it. */
const STILL_SAID = { share: 0.1, ofFirst: 0.5 };

function askedOf(said: ByPhrases | undefined, { first, said: { share }, beside }: Like): Match | undefined {
  const asked = said && { ...said, surety: 'unsure' as const };
  const likeliest = first?.share ?? 0;
  if (asked && said.surety === 'sure' && share >= Math.max(STILL_SAID.share, STILL_SAID.ofFirst * likeliest))
    return asked;
  if (asked && said.why === 'class')
    return likely(first, beside) ?? (beside < BESIDE_FROM_BY_CLASS ? asked : undefined);
  if (beside >= BESIDE_FROM) return undefined;
  return asked && first?.item === said.item ? asked : (likely(first, beside) ?? asked);
}

function likely(first: LikeItem | undefined, beside: number): Match | undefined {
  const enough = first && first.share >= ASKED.share && first.near >= ASKED.near;
  return enough && beside < BESIDE_FROM ? alike(first, 'unsure') : undefined;
}

function alike({ item, nearest }: LikeItem, surety: Match['surety']): Match {
  return { item, surety, why: 'alike', words: nearest };
}
