import type { Row } from '../bench.ts';
import { measureTranscripts } from '../measure/transcripts.ts';
import { megabytes, ratios, told, toldOf } from '../told.ts';

export const transcripts: Row = {
  id: 'transcripts',
  title: 'memory after transcripts',
  async measure(bench) {
    const figures = await measureTranscripts(bench);
    const { before, after, lines, fileBytes } = figures;
    const ratio = ratios(after, before);
    const what = `RSS after ${bench.effort.transcripts} transcripts of ${lines} lines ÷ before`;
    const sizes = `${toldOf(after.map(megabytes))} MB, before ${toldOf(before.map(megabytes))} MB`;
    const file = `a file is ${(fileBytes / 1024).toFixed(0)} KB`;
    return {
      lines: [[what, '≤ 1.3', `${told(ratio)}; ${sizes}; ${file}`]],
      kept: { 'RSS after transcripts ÷ before': ratio.median },
      figures,
    };
  },
};
