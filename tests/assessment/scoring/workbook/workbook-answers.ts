/** Answers as a file of JSON has them (`docs/workbook-answers.md`): how tests write a workbook down. */
import { type Answers, answersSchema } from '../../../../src/assessment/answers.ts';
import { valuesInFile } from '../../../../src/assessment/scoring/workbook/parse-file.ts';
import type {
  Phase,
  PhaseState,
  SavingPhase,
  Status,
} from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';

/** What digitalising a service saves and costs. Each input may be left out; nothing is guessed in its place. */
export interface BenefitAnswer {
  /** Price of an hour's work, €. */
  readonly hourlyPrice?: number | undefined;
  /** Yearly cost of the digital service, €. */
  readonly yearlyCost?: number | undefined;
  /** Minutes saved a case: as a whole, or phase by phase (a phase left out saves none). Negative when work was added. */
  readonly minutesSaved?: number | Readonly<Partial<Record<SavingPhase, number | undefined>>> | undefined;
  /** Cost of taking the service into use, €. */
  readonly oneOffCost?: number | undefined;
}

export interface ServiceAnswer {
  readonly status: Status;
  readonly phases?: Readonly<Partial<Record<Phase, PhaseState | undefined>>> | undefined;
  /** Share of cases begun electronically, per cent 0–100. `na`: the service has no cases of residents. */
  readonly usageRate?: number | 'unknown' | 'na' | undefined;
  /** Cases a year. */
  readonly cases?: number | undefined;
  readonly benefit?: BenefitAnswer | undefined;
  readonly plan?: PlanAnswer | undefined;
}

/** Who brings a service on, by when, and what is to be remembered. */
export interface PlanAnswer {
  readonly owner?: string | undefined;
  /** `2027-12-31` */
  readonly deadline?: string | undefined;
  readonly note?: string | undefined;
}

/** A service the municipality added itself. */
export interface OwnService extends ServiceAnswer {
  readonly id: string;
  readonly name: string;
}

export interface AreaAnswer {
  /** Service id → answer; a service left out has not been answered. */
  readonly services?: Readonly<Record<string, ServiceAnswer | undefined>> | undefined;
  readonly own?: readonly OwnService[] | undefined;
}

export interface WorkbookTarget {
  /** How many digital services the municipality wants in use. */
  readonly services?: number | undefined;
  /** Yearly saving the municipality aims at, €. */
  readonly savings?: number | undefined;
}

export interface WorkbookAnswers {
  readonly dialog: 'workbook';
  /** Version of the instrument the answers were given to. */
  readonly version: string;
  readonly target?: WorkbookTarget | undefined;
  readonly areas: Readonly<Record<string, AreaAnswer | undefined>>;
}

/** The same under the keys of answers. */
export function answersInFile(file: unknown): Answers {
  return answersSchema.parse(valuesInFile(file));
}
