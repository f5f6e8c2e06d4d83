import type { Locale } from '../src/conversation/locale.ts';
import type { PageTexts } from '../src/http/page-texts.ts';
import { createLanguageInForce, type StartingLanguage } from './language-in-force.ts';
import type { Memory } from './memory.ts';
import type { PageData } from './page-data.ts';
import { createSubject, type Observable } from './subject.ts';

/** The page's language. It follows the conversation's, and the conversation follows the person's choice. */
export interface Language {
  readonly current: () => Locale;
  readonly texts: () => PageTexts;
  /** The choice that the bot has not answered in yet. */
  readonly wanted: () => Locale | undefined;
  /** The bot spoke: in the language that the page is to be in, unless the person has just chosen another. */
  readonly heard: (tag: string | undefined) => void;
  /** Every change of language, whoever caused it. */
  readonly changes: Observable<Locale>;
  /** Every choice of the person's, for the bot to be told. */
  readonly choices: Observable<Locale>;
}

export interface LanguageOptions {
  readonly page: Document;
  readonly data: PageData;
  readonly memory: Memory;
}

export function createLanguage({ page, data, memory }: LanguageOptions): Language {
  const changes = createSubject<Locale>();
  const choices = createSubject<Locale>();
  const known = (tag: string | undefined) => localeIn(data, tag);
  const become = (locale: Locale) => {
    memory.write('locale', locale);
    showTexts(page, { ...data, locale });
  };
  const starting = startingLanguage({ page, memory }, known);
  const inForce = createLanguageInForce(starting, locale => {
    become(locale);
    changes.next(locale);
  });

  onChoice(page, tag => {
    const locale = known(tag);
    if (!locale) return 'unknown';
    inForce.chosen(locale);
    choices.next(locale);
    return 'taken';
  });
  become(starting.current);

  return {
    current: inForce.current,
    texts: () => data.texts[inForce.current()],
    changes,
    choices,
    wanted: inForce.wanted,
    heard: tag => {
      const locale = known(tag);
      if (locale) inForce.heard(locale);
    },
  };
}

/** The language that the address asks for, or the page's; wanted when the conversation was in another. */
function startingLanguage(
  { page, memory }: Pick<LanguageOptions, 'page' | 'memory'>,
  known: (tag: string | undefined) => Locale | undefined,
): StartingLanguage {
  const asked = known(new URL(page.URL).searchParams.get('lang') ?? undefined);
  const before = known(memory.read('locale'));
  return {
    current: asked ?? known(page.documentElement.lang) ?? 'fi',
    wanted: before && asked !== before ? asked : undefined,
  };
}

function localeIn({ texts }: PageData, tag: string | undefined): Locale | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return language === 'fi' || language === 'sv' || language === 'en'
    ? texts[language] && language
    : undefined;
}

/** Tells of every click on a language; one that is taken is not followed as a link. */
function onChoice(page: Document, choose: (tag: string | undefined) => 'taken' | 'unknown'): void {
  page.addEventListener('click', event => {
    const choice = choiceAt(event);
    if (choice && choose(choice.dataset.locale) === 'taken') event.preventDefault();
  });
}

/** A plain click on a language: one that opens a new tab is left to the browser. */
function choiceAt(event: MouseEvent): HTMLElement | undefined {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return undefined;
  const target = event.target instanceof Element ? event.target.closest('[data-locale]') : null;
  return target instanceof HTMLElement ? target : undefined;
}

/** Puts the page into a language: its texts and labels, the address, and which choice is the current one. */
function showTexts(page: Document, { texts, authority, locale }: PageData & { locale: Locale }): void {
  const own: Readonly<Record<string, string>> = texts[locale];
  page.documentElement.lang = locale;
  page.title = `${texts[locale].title} – ${authority}`;
  for (const element of page.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = own[element.dataset.text ?? ''] ?? '';
  }
  for (const element of page.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', own[element.dataset.label ?? ''] ?? '');
  }
  for (const element of page.querySelectorAll<HTMLElement>('[data-hint]')) {
    element.setAttribute('placeholder', own[element.dataset.hint ?? ''] ?? '');
  }
  for (const choice of page.querySelectorAll<HTMLElement>('[data-locale]')) {
    if (choice.dataset.locale === locale) choice.setAttribute('aria-current', 'true');
    else choice.removeAttribute('aria-current');
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>('footer a')) link.search = `?lang=${locale}`;
  const address = new URL(page.URL);
  address.searchParams.set('lang', locale);
  page.defaultView?.history.replaceState(null, '', address);
}
