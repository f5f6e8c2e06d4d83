/** The load process: one job as JSON in its first argument, one report as JSON on its standard output. */
import { startConnector } from './connector.ts';
import { type Job, parseJob, type Report } from './job.ts';
import { restless, steady } from './pace.ts';
import { newPerson, type Person } from './person.ts';

const job = parseJob(process.argv[2] ?? '');
process.stdout.write(`${JSON.stringify(await run(job))}\n`);
process.exit(0);

interface Tally {
  state: 'warming' | 'measuring' | 'over';
  readonly times: number[];
  turns: number;
  finished: number;
  errors: number;
  firstError?: string;
}

async function run(job: Job): Promise<Report> {
  const connector = job.way === 'connector' ? await startConnector() : undefined;
  const tally: Tally = { state: 'warming', times: [], turns: 0, finished: 0, errors: 0 };
  const people = await Promise.all(Array.from({ length: job.people }, () => newPerson(job, connector)));
  const pace = job.rate === undefined ? restless : steady(job.rate);
  const talking = people.map(person => talkOn(person, pace, tally));
  await pause(job.warmMs);
  tally.state = 'measuring';
  const started = performance.now();
  await pause(job.measureMs);
  tally.state = 'over';
  const seconds = (performance.now() - started) / 1000;
  await Promise.race([Promise.all(talking), pause(2000)]);
  return report(tally, seconds);
}

async function talkOn(person: Person, pace: typeof restless, tally: Tally): Promise<void> {
  while (tally.state !== 'over') {
    const from = await pace.next();
    try {
      const outcome = await person.turn();
      tally.turns += 1;
      if (tally.state !== 'measuring') continue;
      tally.times.push(performance.now() - from);
      if (outcome === 'finished') tally.finished += 1;
    } catch (error) {
      tally.errors += 1;
      tally.firstError ??= error instanceof Error ? error.message : String(error);
      // What follows an error would only repeat it as fast as the machine can.
      await pause(100);
    }
  }
}

function report({ times, turns, finished, errors, firstError }: Tally, seconds: number): Report {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    turns: times.length,
    turnsInAll: turns,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    errors,
    ...(firstError !== undefined && { firstError }),
    finished,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
