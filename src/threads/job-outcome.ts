/** How a job in a thread ended. */
export type JobOutcome<Done> =
  | { readonly kind: 'done'; readonly done: Done }
  /** Not begun: too many were waiting. */
  | { readonly kind: 'crowded' }
  /** Stopped at the limit on time. */
  | { readonly kind: 'too-slow' }
  /** Stopped at the limit on memory. */
  | { readonly kind: 'too-large' }
  /** The thread broke down over it, or was closed. */
  | { readonly kind: 'failed'; readonly error: unknown };
