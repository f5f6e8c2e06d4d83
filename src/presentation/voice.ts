import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import type { RenderContext, Screen } from './context.ts';

/** In which language and for which screen a reply is put into words. */
export interface Voice {
  readonly t: Translate;
  readonly locale: Locale;
  readonly screen: Screen;
  readonly context: RenderContext;
}

export function voiceOf(locale: Locale, screen: Screen, context: RenderContext): Voice {
  return { t: remembering(context.translate)[locale], locale, screen, context };
}

type Translators = RenderContext['translate'];

const remembered = new WeakMap<Translators, Readonly<Record<Locale, Translate>>>();

/** Texts never change while the content is loaded, and looking one up costs more than all else in a card. */
function remembering(translators: Translators): Readonly<Record<Locale, Translate>> {
  const known = remembered.get(translators);
  if (known) return known;
  const fresh = {
    fi: rememberTexts(translators('fi')),
    sv: rememberTexts(translators('sv')),
    en: rememberTexts(translators('en')),
  };
  remembered.set(translators, fresh);
  return fresh;
}

/** Enough for every text with the values that come up again and again; then it starts anew. */
const MOST_TEXTS = 10_000;

function rememberTexts(translate: Translate): Translate {
  const texts = new Map<string, string>();
  return (key, params) => {
    const asked = params ? key + JSON.stringify(params) : key;
    const known = texts.get(asked);
    if (known !== undefined) return known;
    const text = translate(key, params);
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(asked, text);
    return text;
  };
}
