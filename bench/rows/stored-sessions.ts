import type { Row } from '../bench.ts';
import { measureStoredSessions } from '../measure/stored-sessions.ts';
import { ratios, told } from '../told.ts';

export const storedSessions: Row = {
  id: 'stored-sessions',
  title: 'many stored sessions',
  async measure(bench) {
    const figures = await measureStoredSessions(bench, bench.commands.ours.file);
    const { many, p50Many, p50Few } = figures;
    const growth = told(ratios(p50Many, p50Few));
    return { lines: [[`p50 with ${many} sessions ÷ with 1 000`, '≤ 1.15', growth]], kept: {}, figures };
  },
};
