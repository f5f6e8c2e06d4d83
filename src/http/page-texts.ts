import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { MOST_MEGABYTES } from '../reports/workbook/xlsx/unzip-limits.ts';

/** What the page says in one language. All languages go to the browser, to switch without a reload. */
export type PageTexts = ReturnType<typeof pageTexts>;
export type PageText = keyof PageTexts;

/** The texts in every language, since a page can be changed to another without being loaded again. */
export function localizedPageTexts(translate: (locale: Locale) => Translate): Record<Locale, PageTexts> {
  return { fi: pageTexts(translate('fi')), sv: pageTexts(translate('sv')), en: pageTexts(translate('en')) };
}

/** The browser fills counts in as they change: each placeholder becomes a mark that it looks for. */
const COUNTS = { answered: '{answered}', total: '{total}' };

/** Every text of the page, by the name that its markup and script use. */
function pageTexts(translate: Translate) {
  return { ...frameTexts(translate), ...chatTexts(translate), ...uploadTexts(translate) };
}

/** Around the chat, and in its stead when it cannot be had. */
function frameTexts(translate: Translate) {
  return {
    title: translate('page:title'),
    lead: translate('page:lead'),
    skip: translate('page:skip'),
    languageLabel: translate('page:language.label'),
    noscript: translate('page:noscript.text'),
    contactHeading: translate('page:contact.heading'),
    contactForm: translate('page:contact.form'),
    footerLabel: translate('page:footer.label'),
    footerInfo: translate('page:footer.info'),
    footerPrivacy: translate('page:footer.privacy'),
    footerAccessibility: translate('page:footer.accessibility'),
    footerTerms: translate('page:footer.terms'),
    failed: translate('page:failed.text'),
    reload: translate('page:failed.reload'),
    noticeLost: translate('page:notice.lost'),
    noticeOffline: translate('page:notice.offline'),
    noticeFailed: translate('page:notice.failed'),
    noticeRefused: translate('page:notice.refused'),
    noticeUnknownAddress: translate('page:notice.unknown-address'),
    noticeRetry: translate('page:notice.retry'),
    noticeBack: translate('page:notice.back'),
  };
}

/** In the chat. */
function chatTexts(translate: Translate) {
  return {
    chatRegion: translate('page:chat.region'),
    chatLoading: translate('page:chat.loading'),
    chatPlaceholder: translate('page:chat.placeholder'),
    messages: translate('page:chat.messages'),
    bot: translate('page:chat.bot'),
    botKind: translate('page:chat.bot-kind'),
    you: translate('page:chat.you'),
    words: translate('page:chat.words'),
    send: translate('page:chat.send'),
    sending: translate('page:chat.sending'),
    unsent: translate('page:chat.unsent'),
    resend: translate('page:chat.resend'),
    jump: translate('page:chat.jump'),
    toQuestion: translate('page:chat.to-question'),
    more: translate('page:chat.more'),
    returningTitle: translate('page:returning.title'),
    returningText: translate('page:returning.text'),
    returningGoOn: translate('page:returning.go-on'),
    returningAnew: translate('page:returning.anew'),
    joinWorkshop: translate('workshop:join'),
    progressLabel: translate('page:progress.label'),
    progressValue: translate('page:progress.value', COUNTS),
    progressText: translate('page:progress.text', COUNTS),
  };
}

/** Where a filled workbook is sent in. */
function uploadTexts(translate: Translate) {
  return {
    uploadHeading: translate('workbook-sheet:upload.heading'),
    uploadLabel: translate('workbook-sheet:upload.label'),
    uploadSend: translate('workbook-sheet:upload.send'),
    uploadReading: translate('workbook-sheet:upload.reading'),
    uploadDone: translate('workbook-sheet:upload.done'),
    uploadChoose: translate('workbook-sheet:upload.choose'),
    uploadTooLarge: translate('workbook-sheet:problems.file-too-large', { limit: MOST_MEGABYTES }),
    uploadProblems: translate('workbook-sheet:upload.problems'),
    uploadFailed: translate('workbook-sheet:upload.failed'),
  };
}
