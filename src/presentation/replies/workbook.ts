import type { Reply } from '../../conversation/reply.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { workbookArea } from './workbook-area.ts';
import { workbookAreas } from './workbook-areas.ts';
import { workbookBenefit } from './workbook-benefit.ts';
import { workbookExplained } from './workbook-explained.ts';
import { workbookImported } from './workbook-imported.ts';
import { workbookDidYouMean, workbookNoted } from './workbook-noted.ts';
import { workbookOwn } from './workbook-own.ts';
import { workbookRefused } from './workbook-refused.ts';
import { workbookService } from './workbook-service.ts';
import { workbookServices } from './workbook-services.ts';
import { workbookStatus } from './workbook-status.ts';
import { workbookTarget } from './workbook-target.ts';
import { workbookWhole } from './workbook-whole.ts';

export type WorkbookReply = Extract<Reply, { kind: `workbook-${string}` }>;

/** The message of a reply of the workbook. */
export function workbook(voice: Voice, reply: WorkbookReply): View {
  switch (reply.kind) {
    case 'workbook-areas':
      return workbookAreas(voice, reply);
    case 'workbook-services':
      return workbookServices(voice, reply);
    case 'workbook-service':
      return workbookService(voice, reply);
    case 'workbook-benefit':
      return workbookBenefit(voice, reply);
    case 'workbook-own':
      return workbookOwn(voice, reply);
    case 'workbook-target':
      return workbookTarget(voice, reply);
    case 'workbook-area':
      return workbookArea(voice, reply);
    case 'workbook-whole':
      return workbookWhole(voice, reply);
    case 'workbook-noted':
      return workbookNoted(voice, reply);
    case 'workbook-did-you-mean':
      return workbookDidYouMean(voice, reply);
    case 'workbook-refused':
      return workbookRefused(voice, reply);
    case 'workbook-status':
      return workbookStatus(voice, reply);
    case 'workbook-explained':
      return workbookExplained(voice, reply);
    case 'workbook-imported':
      return workbookImported(voice, reply);
  }
}
