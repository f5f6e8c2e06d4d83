/** The rules of an instrument that ranks items by how much they matter and how soon. */
import { z } from 'zod';
import type { Definition } from '../../definition.ts';
import { idSchema } from '../../id.ts';
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

export const matrixRules = memo((definition: Definition) => matrixRulesSchema.parse(definition.scoring));

/** The two sides of the matrix as text keys, each option from the greatest to the least; undefined for other instruments. */
export function matrixSides(definition: Definition): MatrixSides | undefined {
  if (definition.scoring.by !== 'matrix') return undefined;
  const [first] = matrixRules(definition).tables;
  return first && { impact: sideOf(definition, first.impact), urgency: sideOf(definition, first.urgency) };
}

export interface MatrixSides {
  readonly impact: MatrixSide;
  readonly urgency: MatrixSide;
}

export interface MatrixSide {
  readonly title: string;
  readonly options: readonly string[];
}

function sideOf(definition: Definition, input: string): MatrixSide {
  const prefix = `${definition.id}:`;
  const scale = scaleOf(definition, input);
  return {
    title: `${prefix}inputs.${input}.short`,
    options: optionsIn(definition, input).map(option => `${prefix}scales.${scale}.${option}`),
  };
}

/** The options that rate, from the greatest to the least: points are counted from the end. */
export function optionsIn(definition: Definition, input: string): readonly string[] {
  return Object.keys(definition.scales[scaleOf(definition, input) ?? '']?.options ?? {});
}

/** The scale of a field that rates; undefined where it is none. */
export function scaleOf(definition: Definition, id: string): string | undefined {
  const input = findInput(definition, id);
  return input?.type === 'choice' ? input.scale : undefined;
}
