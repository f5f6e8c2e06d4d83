import { expect, it } from 'vitest';
import { stepNames } from '../../src/app/pages.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { content } from '../support/content.ts';

/** The staff's page lists them when the server starts: a name with a place for an item in it ended that start. */
it.each(LOCALES)('every step of every instrument has a name of its own in %s', locale => {
  for (const instrument of content.instruments)
    for (const { name } of stepNames(instrument, content.translate(locale))) expect(name).not.toContain('{{');
});
