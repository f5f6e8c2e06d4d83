import { describe, expect, test } from 'vitest';
import { fileOf } from '../../../src/assessment/scoring/workbook/file-of.ts';
import { importInWorker } from '../../../src/reports/workbook/import-in-worker.ts';
import { editFile } from './edit-file.ts';
import { example, exported, vocabulary, workbook } from './shipped.ts';

describe('importing in a thread of its own', { timeout: 60_000 }, () => {
  test('gives what importing gives', async () => {
    const result = await importInWorker({ workbook, vocabulary, bytes: exported(example, 'sv') });
    expect(result.kind === 'imported' && fileOf(workbook, result.answers, result)).toEqual(example);
  });

  test('tells problems as plain data', async () => {
    const result = await importInWorker({ workbook, vocabulary, bytes: new Uint8Array([1, 2, 3]) });
    expect(result).toEqual({ kind: 'rejected', problems: [{ code: 'not-a-spreadsheet' }] });
  });

  test('stops a file that takes too long, and lives on', async () => {
    const result = await importInWorker(
      { workbook, vocabulary, bytes: exported(example) },
      { milliseconds: 1 },
    );
    expect(result).toEqual({ kind: 'rejected', problems: [{ code: 'too-slow' }] });
  });

  test('stops a file that takes too much memory, and lives on', async () => {
    const bytes = editFile(exported(example), parts => {
      const cells = Array.from(
        { length: 99_000 },
        (_, index) => `<c r="B${(index % 1900) + 1}"><v>${index}</v></c>`,
      );
      parts['xl/worksheets/sheet3.xml'] = `<worksheet>${cells.join('')}</worksheet>`;
    });
    const result = await importInWorker({ workbook, vocabulary, bytes }, { megabytes: 8 });
    expect(result).toMatchObject({ kind: 'rejected', problems: [{ code: 'too-large' }] });
  });
});
