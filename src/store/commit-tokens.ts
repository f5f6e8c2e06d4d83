import type { Commit } from './port.ts';
import { newVersionToken } from './version-token.ts';

/**
 * The new version of each commit. One that failed keeps its version, so that when the caller gives the same
 * commit again the store can see that it was applied already.
 */
export class CommitTokens {
  readonly #failed = new WeakMap<Commit, string>();

  /** Runs a commit under its version. */
  async use<T>(commit: Commit, run: (token: string) => Promise<T>): Promise<T> {
    const token = this.#failed.get(commit) ?? newVersionToken();
    try {
      const outcome = await run(token);
      this.#failed.delete(commit);
      return outcome;
    } catch (error) {
      this.#failed.set(commit, token);
      throw error;
    }
  }
}
