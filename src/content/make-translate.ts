import i18next from 'i18next';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import type { Texts } from './texts.ts';

/**
 * A translator for each language. Nothing falls back to another language: a missing text throws, and so does a
 * placeholder left without a value. Numbers and dates are formatted by Intl (`{{rate, number}}`).
 */
export function makeTranslate(texts: Texts): (locale: Locale) => Translate {
  const instance = i18next.createInstance({
    initAsync: false,
    resources: { fi: texts.fi, sv: texts.sv, en: texts.en },
    lng: 'fi',
    fallbackLng: false,
    ns: Object.keys(texts.fi),
    // Screens escape what they show by their own rules, so escaping here would show twice.
    interpolation: { escapeValue: false },
    appendNamespaceToMissingKey: true,
    parseMissingKeyHandler: key => fail(`there is no text ${key}`),
    missingInterpolationHandler: text => fail(`a placeholder got no value in: ${text}`),
    returnedObjectHandler: key => fail(`${key} is a group of texts, not a text`),
  });
  void instance.init();
  const translators = {
    fi: translator(instance, 'fi'),
    sv: translator(instance, 'sv'),
    en: translator(instance, 'en'),
  };
  return locale => translators[locale];
}

/** Texts without placeholders are looked up once: a card holds a dozen of them, and a look-up costs 12 µs. */
function translator(instance: typeof i18next, locale: Locale): Translate {
  const fixed = instance.getFixedT(locale);
  const plain = new Map<string, string>();
  return (key, params) => {
    if (params) return fixed(key, { ...params });
    const text = plain.get(key) ?? fixed(key);
    plain.set(key, text);
    return text;
  };
}

function fail(problem: string): never {
  throw new Error(problem);
}
