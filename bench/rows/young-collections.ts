import type { Bench, Line, Row } from '../bench.ts';
import type { Contestant } from '../contestants.ts';
import { measureYoungCollections, type YoungCollections } from '../measure/young-collections.ts';
import { spreadOf } from '../statistics.ts';
import { ratios, told, toldOf } from '../told.ts';

/** A regression hid there for a week: what a turn leaves behind until the next collection is copied, and copied again. */
export const youngCollections: Row = {
  id: 'young-collections',
  title: 'collecting young garbage',
  async measure(bench) {
    const those = ['echo', 'ours', 'direct-line'].map(id => contestantOf(bench, id));
    const [echo, answers, directLine] = await measureYoungCollections(bench, those);
    if (!echo || !answers || !directLine) throw new Error('nothing was measured');
    return {
      lines: [
        lineOf('young collections of a turn ÷ stock echo: in answers', answers, echo),
        lineOf('the same: Direct Line', directLine, echo),
      ],
      kept: {
        'time of young collections ÷ stock: in answers': timeTo(answers, echo).median,
        'time of young collections ÷ stock: Direct Line': timeTo(directLine, echo).median,
        'bytes of a turn that survive: in answers': spreadOf(answers.survived).median,
        'bytes of a turn that survive: Direct Line': spreadOf(directLine.survived).median,
      },
      figures: { echo, answers, directLine },
    };
  },
};

function contestantOf({ contestants }: Bench, id: string): Contestant {
  const found = contestants.find(one => one.id === id);
  if (!found) throw new Error(`young collections are measured of ${id} too`);
  return found;
}

function timeTo(ours: YoungCollections, echo: YoungCollections) {
  return ratios(ours.milliseconds, echo.milliseconds);
}

function lineOf(what: string, ours: YoungCollections, echo: YoungCollections): Line {
  const kilobytes = ours.survived.map(bytes => bytes / 1024);
  const inFull = `${toldOf(ours.milliseconds)} ms in 1,000 turns; ${toldOf(kilobytes)} KB of a turn survive`;
  const toStock = `${told(timeTo(ours, echo))}, bytes ${told(ratios(ours.survived, echo.survived))}`;
  return [what, '–', `${toStock}; ${inFull}`];
}
