/**
 * What is kept of a service in Palvelutietovaranto (PTV), and of a channel to it: names, classes and kinds. Descriptions,
 * addresses, e-mail addresses and phone numbers are not read at all.
 */
import type { Locale } from '../conversation/locale.ts';
import type { WayIn } from '../conversation/prefilling/found.ts';

export type Names = Readonly<Partial<Record<Locale, string>>>;

export interface RegisterService {
  readonly id: string;
  readonly names: Names;
  /** Alternative names, in any language. */
  readonly also: readonly string[];
  /** Codes such as `P27.1`. */
  readonly classes: readonly string[];
  /** Ids of its channels. */
  readonly channels: readonly string[];
  /** Names of the organisations that answer for it; empty where none is told. */
  readonly responsible: readonly string[];
  /** `nationwide`: the same for the whole country. */
  readonly area: 'nationwide' | 'limited' | 'unknown';
  /** Codes of the municipalities it is limited to, where they are listed. */
  readonly municipalities: readonly string[];
}

export interface RegisterChannel {
  readonly id: string;
  readonly way: WayIn;
  /** Set where it takes nothing but feedback: a way in to no other service. */
  readonly only?: 'feedback';
}
