import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { imported } from './shipped.ts';

const FOLDER = new URL('../../fixtures/november/', import.meta.url);

/** Since then names of services and statuses have changed: "suunnitelma on", "Toimittajien laskut", "not adopted". */
test.each(LOCALES)('a file filled on the November version is read: %s', locale => {
  const answers: unknown = JSON.parse(readFileSync(new URL('workbook.json', FOLDER), 'utf8'));
  expect(imported(readFileSync(new URL(`workbook-${locale}.xlsx`, FOLDER)))).toEqual(answers);
});
