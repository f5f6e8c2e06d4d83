import type { Translate } from '../conversation/translate.ts';

/** What the page of a workshop says in one language; `{…}` are filled in by its script. */
export type WorkshopTexts = ReturnType<typeof workshopTexts>;

export function workshopTexts(t: Translate, { url, fewest }: { url: string; fewest: number }) {
  return {
    title: t('workshop:page.title'),
    skip: t('workshop:page.skip'),
    noscript: t('workshop:page.noscript'),
    loading: t('workshop:page.loading'),
    none: t('workshop:page.none'),
    gone: t('workshop:page.gone'),
    lost: t('workshop:page.lost'),
    notYours: t('workshop:page.not-yours'),
    failed: t('workshop:page.failed'),
    tooFew: t('workshop:page.too-few', { fewest }),
    join: t('workshop:page.join', { url }),
    qr: t('workshop:page.qr', { code: '{code}' }),
    answered: t('workshop:page.answered'),
    questions: t('workshop:page.questions'),
    order: t('workshop:page.order'),
    groupAnswer: t('workshop:page.group-answer'),
    numbers: t('workshop:page.numbers'),
    controls: t('workshop:page.controls'),
    reveal: t('workshop:page.reveal'),
    close: t('workshop:page.close'),
    reopen: t('workshop:page.reopen'),
    lock: t('workshop:page.lock'),
    handOver: t('workshop:page.hand-over'),
    handOverSure: t('workshop:page.hand-over-sure'),
    lockSure: t('workshop:page.lock-sure'),
    handed: t('workshop:page.handed'),
    result: t('workshop:page.result'),
  };
}
