export type StepState = 'reached' | 'possible' | 'not-yet';

/** One step of the picture, in the picture's own units. */
export interface DrawnStep {
  readonly stair: number;
  readonly state: StepState;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
