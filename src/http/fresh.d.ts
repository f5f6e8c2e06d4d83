/** The package has no types of its own. */
declare module 'fresh' {
  type Named = Readonly<Record<string, unknown>>;
  /** Whether what the request says the caller has is what the answer is; names of headers in lower case. */
  export default function fresh(asked: Named, answered: Named): boolean;
}
