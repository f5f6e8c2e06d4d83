import { type Workbook, workbookSchema } from '../assessment/workbook/workbook-definition.ts';
import { ContentError } from './problem.ts';
import { readYaml } from './read-yaml.ts';

export const WORKBOOK_FILE = 'dialogs/workbook.yaml';

/** Reads the workbook's definition under the project's root. Throws a ContentError listing every problem. */
export function readWorkbook(root: string): Workbook {
  const { value, problems } = readYaml(root, WORKBOOK_FILE, workbookSchema);
  if (!value) throw new ContentError(problems);
  return value;
}
