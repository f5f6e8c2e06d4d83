/** Holds the package's JSON files against Microsoft's own schemas, which come with a development dependency. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { MANIFEST_VERSION } from './build-manifest.ts';

const SCHEMAS = `@microsoft/app-manifest/build/json-schemas/teams/v${MANIFEST_VERSION}`;

/** What is wrong, a line each; empty when the schemas are content. */
export function checkManifest(files: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(files).flatMap(([name, content]) => {
    const validate = validatorFor(
      name === 'manifest.json' ? 'MicrosoftTeams' : 'MicrosoftTeams.Localization',
    );
    if (validate(content)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message}`);
  });
}

function validatorFor(schema: string) {
  // One of the schema's patterns is no pattern in Unicode mode.
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const path = createRequire(import.meta.url).resolve(`${SCHEMAS}/${schema}.schema.json`);
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
}
