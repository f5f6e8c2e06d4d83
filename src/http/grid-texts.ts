import type { Translate } from '../conversation/translate.ts';

/** What the page of many fields says in one language; `{…}` are filled in by its script. */
export type GridTexts = ReturnType<typeof gridTexts>;

export function gridTexts(t: Translate) {
  const text = (name: string, params = {}) => t(`page:grid.${name}`, params);
  return {
    skip: text('skip'),
    back: text('back'),
    noscript: text('noscript'),
    loading: text('loading'),
    none: text('none'),
    gone: text('gone'),
    help: text('help'),
    keys: text('keys'),
    row: text('row'),
    places: text('places'),
    above: text('above'),
    aboveOf: text('above-of', { row: '{row}' }),
    accept: text('accept', { count: '{count}' }),
    proposed: text('proposed', { value: '{value}' }),
    empty: text('empty'),
    progress: text('progress', { answered: '{answered}', total: '{total}' }),
    allSaved: text('all-saved'),
    saving: text('saving', { count: '{count}' }),
    lost: text('lost', { count: '{count}' }),
    refusedSome: text('refused', { count: '{count}' }),
    saved: text('saved'),
    unsaved: text('unsaved'),
    tools: text('tools'),
    onward: text('onward'),
    later: text('later'),
    acceptOffer: t('prefill:grid.accept'),
    acceptOfferOf: t('prefill:grid.accept-of', { row: '{row}' }),
    acceptOffers: t('prefill:grid.accept-all', { count: '{count}' }),
  };
}
