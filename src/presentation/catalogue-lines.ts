import { CATALOGUE_UNKNOWN, catalogueOf } from '../assessment/catalogue-version.ts';
import type { Outcome } from '../assessment/outcome.ts';
import { approvalLine } from './approval-line.ts';
import type { Voice } from './voice.ts';

/**
 * From which version of the catalogue the advice of a result was picked, in a line; none where nothing is advised. Who
 * has approved it is told of the one in force: of an earlier one that is not known here.
 */
export function catalogueLines(voice: Voice, outcome: Outcome): string[] {
  const { t, context } = voice;
  const catalogue = catalogueOf(outcome);
  if (catalogue === undefined) return [];
  const { actionsVersion } = context;
  const { version } = actionsVersion;
  if (catalogue === CATALOGUE_UNKNOWN) return [t('bot:result.catalogue-unknown', { now: version })];
  if (catalogue !== version) return [t('bot:result.catalogue-earlier', { version: catalogue, now: version })];
  return [approvalLine(voice, t('bot:result.next-steps'), actionsVersion)];
}
