import i18next, { type TFunction } from 'i18next';
import type { Locale } from '../conversation/locale.ts';
import { MissingText, type Translate } from '../conversation/translate.ts';
import { type Texts, textAt } from './texts.ts';

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
    parseMissingKeyHandler: key => {
      throw new MissingText(key);
    },
    missingInterpolationHandler: text => fail(`a placeholder got no value in: ${text}`),
    returnedObjectHandler: key => fail(`${key} is a group of texts, not a text`),
  });
  void instance.init();
  const translators = {
    fi: translator('fi', texts, instance.getFixedT('fi')),
    sv: translator('sv', texts, instance.getFixedT('sv')),
    en: translator('en', texts, instance.getFixedT('en')),
  };
  return locale => translators[locale];
}

/** Texts without placeholders are taken as they stand: a card holds a dozen of them, and i18next needs 12 µs for each. */
function translator(locale: Locale, { [locale]: texts }: Texts, fill: TFunction): Translate {
  const plurals = new Intl.PluralRules(locale);
  const plain = new Map<string, string>();
  const templates = new Map<string, Template>();
  const translate = (key: string, params?: Readonly<Record<string, string | number>>) => {
    if (params) {
      // Where a number is counted, the text is the form that the language has for that number.
      const form = 'count' in params ? `${key}_${plurals.select(Number(params.count))}` : key;
      const template = templates.get(form) ?? readTemplate(texts, form);
      templates.set(form, template);
      return template === 'by-library' ? fill(key, { ...params }) : fillIn(template, params);
    }
    const text = plain.get(key) ?? textAsItStands(texts, key) ?? fill(key);
    plain.set(key, text);
    return text;
  };
  const there = new Map<string, boolean>();
  const has = (key: string) => {
    const known = there.get(key) ?? textOf(texts, key) !== undefined;
    there.set(key, known);
    return known;
  };
  return Object.assign(translate, { has });
}

/** Texts and, between them, names of placeholders; or what only i18next can fill in: formats, other texts. */
type Template = readonly string[] | 'by-library';

function readTemplate(texts: Texts[Locale], key: string): Template {
  const parts = textOf(texts, key)?.split(/\{\{(\w+)\}\}/);
  const byLibrary = parts?.some((part, at) => at % 2 === 0 && /\{\{|\$t\(/.test(part)) ?? true;
  return parts && !byLibrary ? parts : 'by-library';
}

/** Nothing filled in is kept: it may be a person's words. */
function fillIn(template: readonly string[], params: Readonly<Record<string, string | number>>): string {
  const filled = template.map((part, at) => {
    if (at % 2 === 0) return part;
    return params[part] ?? fail(`a placeholder got no value in: ${template.join(' ')}`);
  });
  return filled.join('');
}

/** Undefined when it has something to fill in, or is no text: i18next says what is wrong with it then. */
function textAsItStands(texts: Texts[Locale], key: string): string | undefined {
  const text = textOf(texts, key);
  return text !== undefined && /\{\{|\$t\(/.test(text) ? undefined : text;
}

function textOf(texts: Texts[Locale], key: string): string | undefined {
  const [namespace = '', path = ''] = key.split(':', 2);
  return textAt(texts[namespace], path);
}

function fail(problem: string): never {
  throw new Error(problem);
}
