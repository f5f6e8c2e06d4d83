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
  return { t: context.translate(locale), locale, screen, context };
}
