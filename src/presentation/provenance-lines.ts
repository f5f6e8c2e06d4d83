import { NOBODY_YET } from '../assessment/approved.ts';
import { catalogueOf } from '../assessment/catalogue-version.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Outcome } from '../assessment/outcome.ts';
import { approvalLine } from './approval-line.ts';
import { catalogueLines } from './catalogue-lines.ts';
import type { Voice } from './voice.ts';

/**
 * Which versions are meant, and who has approved them: of the instrument, and of the actions where an outcome advises
 * some. Where nobody has approved either, that is said once.
 */
export function provenanceLines(
  voice: Voice,
  instrument: Instrument | undefined,
  outcome: Outcome | undefined,
): string[] {
  const { t } = voice;
  const { actionsVersion } = voice.context;
  const advice = outcome ? catalogueLines(voice, outcome) : [];
  if (!instrument) return advice;
  const dialog = t(`${instrument.id}:title`);
  const { version, approved } = instrument;
  const inForce = outcome !== undefined && catalogueOf(outcome) === actionsVersion.version;
  if (!inForce || approved !== NOBODY_YET || actionsVersion.approved !== NOBODY_YET)
    return [approvalLine(voice, dialog, instrument), ...advice];
  const catalogue = { actions: t('bot:result.next-steps'), number: actionsVersion.version };
  return [t('bot:result.provenance-neither', { dialog, version, ...catalogue })];
}
