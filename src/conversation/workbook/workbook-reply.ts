/** What the bot answers in the workbook, by meaning. Each reply bears all it needs: ids, values, people's own names. */

import type { StairInterval } from '../../assessment/score.ts';
import type { TargetResult } from '../../assessment/workbook/assess-workbook.ts';
import type { BenefitInput } from '../../assessment/workbook/benefit.ts';
import type { EvidenceStair } from '../../assessment/workbook/evidence.ts';
import type { Measures } from '../../assessment/workbook/measures.ts';
import type { AnswersProblem } from '../../assessment/workbook/parse-answers.ts';
import type { EvidenceDifference } from '../../assessment/workbook/quick-check-evidence.ts';
import type { ServiceAnswer, WorkbookTarget } from '../../assessment/workbook/workbook-answers.ts';
import type { Status } from '../../assessment/workbook/workbook-definition.ts';
import type { Place, PlaceKey } from './places.ts';

/** The workbook in the version it was filled in with. */
interface WorkbookRef {
  readonly dialog: 'workbook';
  readonly version: string;
}

/** A service; only one of the municipality's own bears its name. */
export interface ServiceName {
  readonly id: string;
  readonly name?: string;
}

/** How far the person is: cards done, of those on the way. */
export interface WorkbookProgress {
  readonly done: number;
  readonly total: number;
}

/** The measures of an area or of the whole, and which services they leave out. */
export interface Figures extends Pick<Measures, 'counts' | 'coverage' | 'planned' | 'degree' | 'usage'> {
  readonly developFirst: Measures['developFirst'];
  readonly benefit: Measures['benefit'];
  readonly stair: EvidenceStair | null;
  readonly leftOut: FiguresLeftOut;
}

export interface FiguresLeftOut {
  readonly degree: readonly ServiceName[];
  readonly usage: readonly ServiceName[];
  readonly cases: readonly ServiceName[];
  readonly benefit: readonly (ServiceName & { readonly missing: readonly BenefitInput[] })[];
}

export interface AreaFigures extends Figures {
  readonly area: string;
}

/** The quick check beside the workbook: its own stair, the stair with the workbook's figures in, and what differs. */
export interface QuickCheckBeside {
  readonly dialog: string;
  readonly version: string;
  readonly own: StairInterval;
  readonly withEvidence: StairInterval;
  readonly differences: readonly EvidenceDifference[];
}

interface Card extends WorkbookRef {
  readonly nonce: string;
  readonly place: PlaceKey;
  readonly progress: WorkbookProgress;
}

export type WorkbookReply =
  | (Card & {
      readonly kind: 'workbook-areas';
      readonly areas: readonly string[];
      readonly chosen: readonly string[];
    })
  | (Card & {
      readonly kind: 'workbook-services';
      readonly area: string;
      readonly part: number;
      readonly parts: number;
      readonly services: readonly (ServiceName & { readonly status?: Status })[];
    })
  | (Card & {
      readonly kind: 'workbook-service';
      readonly area: string;
      readonly service: ServiceName;
      /** Nothing of it yet when the service was gone to before it was decided on. */
      readonly answer: Partial<ServiceAnswer>;
    })
  | (Card & {
      readonly kind: 'workbook-benefit';
      readonly area: string;
      readonly service: ServiceName;
      readonly answer: Partial<ServiceAnswer>;
    })
  | (Card & { readonly kind: 'workbook-own'; readonly area: string })
  | (Card & { readonly kind: 'workbook-target'; readonly target: WorkbookTarget })
  | (Card & {
      readonly kind: 'workbook-area';
      readonly figures: AreaFigures;
      /** What can be jumped to: the area's services in use. */
      readonly services: readonly ServiceName[];
      /** The next area that still has something open. */
      readonly next?: string;
    })
  | (WorkbookRef & {
      readonly kind: 'workbook-whole';
      readonly figures: Figures;
      readonly areas: readonly AreaFigures[];
      readonly target: TargetResult;
      readonly quickCheck?: QuickCheckBeside;
      /** Whether cards on the way are still open. */
      readonly open: boolean;
    })
  | (WorkbookRef & {
      /** What was taken. */
      readonly kind: 'workbook-noted';
      /** The nonce of the card whose place it takes: the one that was sent in. */
      readonly replaces?: string;
      /** Set when the card on screen stays open for more. */
      readonly open?: true;
      readonly noted: Noted;
    })
  | (WorkbookRef & { readonly kind: 'workbook-did-you-mean'; readonly nonce: string; readonly noted: Noted })
  | (WorkbookRef & { readonly kind: 'workbook-refused'; readonly problems: readonly FieldProblem[] })
  | (WorkbookRef & {
      readonly kind: 'workbook-status';
      readonly progress: WorkbookProgress;
      readonly areas: readonly {
        readonly area: string;
        readonly answered: number;
        readonly services: number;
      }[];
    })
  | (WorkbookRef & { readonly kind: 'workbook-explained'; readonly card: Place['card'] })
  | (WorkbookRef & {
      readonly kind: 'workbook-imported';
      readonly areas: readonly string[];
      readonly services: number;
    });

/** As much of an answer as was said. */
export type SaidAnswer = Omit<ServiceAnswer, 'status' | 'benefit'> & { readonly status?: Status | undefined };

/** What a card or a message told, in short. */
export type Noted =
  | { readonly what: 'areas'; readonly areas: readonly string[] }
  | { readonly what: 'counts'; readonly area: string; readonly counts: Measures['counts'] }
  | {
      readonly what: 'services';
      readonly services: readonly (ServiceName & { readonly answer: SaidAnswer })[];
      /** The area's measures with these in, when they are of one area. */
      readonly growing?: Pick<AreaFigures, 'area' | 'coverage' | 'degree' | 'usage'>;
    }
  | { readonly what: 'benefit'; readonly service: ServiceName; readonly saving: number | null }
  | { readonly what: 'target' }
  | { readonly what: 'skipped'; readonly area?: string; readonly service?: ServiceName };

/** Why an input of a card was not taken. */
export interface FieldProblem extends Omit<AnswersProblem, 'path'> {
  /** `usageRate`, `cases`, `minutesSaved`, … */
  readonly field: string;
  /** With `ambiguous-…`: the numbers that may be meant. */
  readonly candidates?: readonly [number, number];
}
