/** Something wrong in `dialogs/` or `locales/`, for the person who edits them. */
export interface Problem {
  /** Path of the file from the project's root. */
  readonly file: string;
  /** Where in the file: keys and ids joined by dots, or the line for broken YAML. */
  readonly path: string;
  readonly problem: string;
  /** The file could not be read for it: whatever else is told of the file is an echo. */
  readonly unread?: true;
}

/** What is told of files that could be read, and of the others only why they could not. */
export function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const unread = new Set(problems.filter(one => one.unread).map(({ file }) => file));
  return problems.filter(one => one.unread || !unread.has(one.file));
}

/** A problem whose file the caller knows. */
export type Found = Omit<Problem, 'file' | 'unread'>;

/** Thrown when content cannot be used. The message lists every problem, one a line. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(['The content has problems:', ...problems.map(describeProblem)].join('\n'));
    this.problems = problems;
  }
}

export function describeProblem({ file, path, problem }: Problem): string {
  return path ? `${file}: ${path}: ${problem}` : `${file}: ${problem}`;
}

/** What was read, and all that is wrong with it: reading goes on so that every problem is reported at once. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
