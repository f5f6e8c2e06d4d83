/** Texts are looked up once, and never mixed up. */
import { expect, it } from 'vitest';
import { voiceOf } from '../../src/presentation/voice.ts';
import { CONTEXT } from './rendering.ts';

it('asks the content for a text once, for each language and each set of values', () => {
  const asked: string[] = [];
  const translate: typeof CONTEXT.translate = locale => (key, params) => {
    asked.push(key);
    return `${locale} ${key} ${params?.count ?? ''}`.trim();
  };
  const context = { ...CONTEXT, translate };
  const said = (['fi', 'sv', 'fi'] as const).flatMap(locale => {
    const { t } = voiceOf(locale, 'text', { ...context });
    return [t('a'), t('a', { count: 1 }), t('a', { count: 2 })];
  });
  expect(said).toEqual(['fi a', 'fi a 1', 'fi a 2', 'sv a', 'sv a 1', 'sv a 2', 'fi a', 'fi a 1', 'fi a 2']);
  expect(asked).toHaveLength(6);
});

it('does not remember a text that is missing', () => {
  let missing = true;
  const translate: typeof CONTEXT.translate = () => key => {
    if (missing) throw new Error(`there is no text ${key}`);
    return 'here';
  };
  const { t } = voiceOf('fi', 'text', { ...CONTEXT, translate });
  expect(() => t('a')).toThrow('there is no text a');
  missing = false;
  expect(t('a')).toBe('here');
});
