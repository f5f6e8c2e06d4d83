import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildManifest } from '../../scripts/teams/build-manifest.ts';
import { checkManifest } from '../../scripts/teams/check-manifest.ts';
import { readPackageTexts } from '../../scripts/teams/package-texts.ts';

const texts = readPackageTexts(fileURLToPath(new URL('../../', import.meta.url)));
const files = buildManifest(
  {
    appId: '00000000-0000-4000-8000-00000000b070',
    developer: 'Esimerkkikunta',
    website: 'https://bot.example.fi',
    privacy: 'https://example.fi/tietosuoja',
    terms: 'https://example.fi/ehdot',
    version: '1.0.0',
    out: 'unused.zip',
  },
  texts,
);

test("Microsoft's schema accepts the package", () => {
  expect(checkManifest(files)).toEqual([]);
});

test.each([
  ['an app id that is no GUID', { ...files['manifest.json'], id: 'porrasbotti' }],
  ['no icons', { ...files['manifest.json'], icons: undefined }],
  ['something the schema does not know', { ...files['manifest.json'], extra: true }],
  ['a colour that is none', { ...files['manifest.json'], accentColor: 'blue' }],
])('and would not accept %s', (_, manifest) => {
  expect(checkManifest({ 'manifest.json': manifest })).not.toEqual([]);
});

test('and would not accept a translation of a text that is not there', () => {
  expect(checkManifest({ 'sv.json': { ...files['sv.json'], 'bots[1].title': 'x' } })).not.toEqual([]);
});
