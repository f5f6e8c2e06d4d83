/** The rules of an instrument that ranks items by how much they matter and how soon. */
import * as z from 'zod';
import { idSchema } from '../../id.ts';
import type { Instrument } from '../../instrument.ts';
import { memo } from '../../memo.ts';
import { findInput } from '../../places.ts';

export const matrixRulesSchema = z.strictObject({
  by: z.literal('matrix'),
  /** Each list with the two fields that rate its items. All share their scales. */
  tables: z.array(z.strictObject({ list: idSchema, impact: idSchema, urgency: idSchema })).min(1),
  /** How many of the highest are told first. */
  top: z.number().int().positive(),
});

export type RatedTable = z.infer<typeof matrixRulesSchema>['tables'][number];

export const matrixRules = memo((instrument: Instrument) => matrixRulesSchema.parse(instrument.scoring));

/** The two sides of the matrix as text keys, each option from the greatest to the least; undefined for other instruments. */
export function matrixSides(instrument: Instrument): MatrixSides | undefined {
  if (instrument.scoring.by !== 'matrix') return undefined;
  const [first] = matrixRules(instrument).tables;
  return first && { impact: sideOf(instrument, first.impact), urgency: sideOf(instrument, first.urgency) };
}

export interface MatrixSides {
  readonly impact: MatrixSide;
  readonly urgency: MatrixSide;
}

export interface MatrixSide {
  readonly title: string;
  readonly options: readonly string[];
}

function sideOf(instrument: Instrument, input: string): MatrixSide {
  const prefix = `${instrument.id}:`;
  const scale = scaleOf(instrument, input);
  return {
    title: `${prefix}inputs.${input}.short`,
    options: optionsIn(instrument, input).map(option => `${prefix}scales.${scale}.${option}`),
  };
}

/** The options that rate, from the greatest to the least: points are counted from the end. */
export function optionsIn(instrument: Instrument, input: string): readonly string[] {
  return Object.keys(instrument.scales[scaleOf(instrument, input) ?? '']?.options ?? {});
}

/** The scale of a field that rates; undefined where it is none. */
export function scaleOf(instrument: Instrument, id: string): string | undefined {
  const input = findInput(instrument, id);
  return input?.type === 'choice' ? input.scale : undefined;
}
