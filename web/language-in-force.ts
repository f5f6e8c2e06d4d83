import type { Locale } from '../src/conversation/locale.ts';

/** Which language the page is in, of what the person chose and what the bot speaks. */
export interface LanguageInForce {
  readonly current: () => Locale;
  /** The choice that the bot has not answered in yet. */
  readonly wanted: () => Locale | undefined;
  /** The person chose. */
  readonly chosen: (locale: Locale) => void;
  /** The bot spoke: in the language that the page is to be in, unless the person has just chosen another. */
  readonly heard: (locale: Locale) => void;
}

export interface StartingLanguage {
  readonly current: Locale;
  readonly wanted: Locale | undefined;
}

/** Messages of a replayed conversation come in one go: only the last one's language counts. */
const SETTLE_MS = 60;

/** `become` is told of every change, before anything else is. */
export function createLanguageInForce(
  starting: StartingLanguage,
  become: (locale: Locale) => void,
): LanguageInForce {
  let { current, wanted } = starting;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const change = (locale: Locale) => {
    if (locale === current) return;
    current = locale;
    become(locale);
  };
  return {
    current: () => current,
    wanted: () => wanted,
    chosen: locale => {
      // What the bot said a moment ago, in the language before, must not turn the page back.
      clearTimeout(settling);
      wanted = locale;
      change(locale);
    },
    heard: locale => {
      if (wanted && wanted !== locale) return;
      wanted = undefined;
      clearTimeout(settling);
      settling = setTimeout(() => change(locale), SETTLE_MS);
    },
  };
}
