/** What a person can do on the card that is open, read from the card as it was drawn: like that for every revision. */
import * as z from 'zod';
import type { Said, Seen } from './take-turn.ts';

const nodeSchema = z.record(z.string(), z.unknown());
type Node = z.infer<typeof nodeSchema>;

const submitSchema = z.object({
  type: z.literal('Action.Submit'),
  style: z.string().optional(),
  data: z.looseObject({ do: z.string() }),
});

const fieldSchema = z.object({
  type: z.enum(['Input.ChoiceSet', 'Input.Text']),
  id: z.string(),
  isMultiSelect: z.boolean().optional(),
  isMultiline: z.boolean().optional(),
  choices: z.array(z.object({ value: z.string() })).default([]),
});
type Field = z.infer<typeof fieldSchema>;

/**
 * Fills the card in and sends it, presses one of its answers, or the button that leads on, in this order. Which answer
 * and which options depends on `nth` alone.
 */
export function pressOn({ cards }: Seen, nth: number): Said {
  const nodes = nodesIn(JSON.parse(cards));
  const submits = nodes.flatMap(node => submitSchema.safeParse(node).data ?? []);
  const form = submits.find(({ data }) => /(^|-)form$/.test(data.do));
  const fields = nodes.flatMap(node => fieldSchema.safeParse(node).data ?? []);
  if (form) return { press: { ...form.data, ...Object.fromEntries(fields.map(filled(nth))) } };
  const answers = submits.filter(({ data }) => data.do === 'answer' && 'value' in data);
  const onward = submits.filter(({ style, data }) => style === 'positive' || /(^|-)go$/.test(data.do));
  const press = answers[nth % answers.length] ?? onward[0] ?? submits[0];
  if (!press) throw new Error(`nothing can be pressed on ${cards}`);
  return { press: press.data };
}

/** What a field that has an answer offers besides. */
const TAKEN_AWAY = 'open';

const filled =
  (nth: number) =>
  ({ id, choices, isMultiSelect, isMultiline }: Field, index: number): [string, string] => {
    if (isMultiSelect) return [id, choices.map(({ value }) => value).join(',')];
    const options = choices.filter(({ value }) => value !== TAKEN_AWAY);
    if (options.length > 0) return [id, options[(nth + index) % options.length]?.value ?? ''];
    return [id, isMultiline ? '' : '40'];
  };

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  const node = nodeSchema.safeParse(value).data;
  return node ? [node, ...Object.values(node).flatMap(nodesIn)] : [];
}
