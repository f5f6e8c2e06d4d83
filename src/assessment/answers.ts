/** Input id → value: an option id, a number, `unknown` or `na`. An id left out counts as `unknown`. */
export type Answers = Readonly<Record<string, string | number>>;

/** The two ways of not rating something. Any question that is scored accepts both. */
export const OUTS = ['unknown', 'na'] as const;
