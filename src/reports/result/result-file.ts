import * as z from 'zod';
import { answersSchema } from '../../assessment/answers.ts';
import { approvedSchema } from '../../assessment/approved.ts';
import { idSchema, keySchema } from '../../assessment/id.ts';
import { outcomeSchema } from '../../assessment/outcome.ts';
import { prefilledSchema } from '../../assessment/prefilled.ts';
import { sectionSchema } from '../../assessment/sections/section.ts';

/** What was answered, and what people said to it. */
const answered = {
  answers: answersSchema,
  /** Answer key → why it does not apply. */
  reasons: z.record(keySchema, z.string()).readonly(),
  /** Card key → a note the person added. */
  notes: z.record(keySchema, z.string()).readonly(),
  /** Cards left to a colleague. */
  colleague: z.array(keySchema).readonly(),
  /** Answer key → the role of the colleague whose answer it is. */
  by: z.record(keySchema, z.string()).readonly().exactOptional(),
};

/** A result as data for other tools, whatever instrument it came from. */
const resultFileSchema = z
  .object({
    $schema: z.url(),
    dialog: idSchema,
    version: z.string(),
    approved: approvedSchema,
    /** When the assessment was begun, and when the file was made. */
    startedAt: z.iso.datetime(),
    savedAt: z.iso.datetime(),
    ...answered,
    /** Which answers came from a register of services and stand as they came, and what it told then. */
    prefilled: prefilledSchema.exactOptional(),
    /** The same of other areas that stand beside it. */
    others: z
      .array(z.object({ ...answered, passed: z.array(keySchema).readonly() }).readonly())
      .readonly()
      .exactOptional(),
    /** What is public of many people's answers beside it. */
    gathered: z.array(sectionSchema).readonly().exactOptional(),
    /** What the answers came to, as the sections that every report is drawn from. */
    outcome: outcomeSchema,
    /** The figures of the instrument's own way of counting, as `npm run assess` gives them. */
    result: z.looseObject({}),
  })
  .readonly();

export type ResultFile = Omit<z.infer<typeof resultFileSchema>, 'result'> & { readonly result: object };

/** Where it is published, under the server's own address. */
export const RESULT_SCHEMA_PATH = '/schemas/result.json';

/** The published schema of the file: JSON Schema, draft 2020-12. */
export function resultSchemaJson(): string {
  const schema = z.toJSONSchema(resultFileSchema, {
    io: 'input',
    reused: 'ref',
    // That our code does not write to it says nothing to others.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ title: 'Porrasbotti: result', ...schema }, null, 2)}\n`;
}
