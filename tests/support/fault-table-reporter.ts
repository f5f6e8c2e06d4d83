import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { FaultTally } from './fault-tally.ts';

/** Prints a line as each fault test ends, and a table of all of them at the end. */
export default class FaultTableReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    process.stdout.write(`${test.result().state.padEnd(7)} ${test.fullName}\n`);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = modules.flatMap(module => [...module.children.allTests()].map(rowOf));
    const width = Math.max(...rows.map(([name]) => name.length), 5);
    process.stdout.write(`\n${line(['fault', 'answers', 'lost', 'doubled', 'result'], width)}\n`);
    for (const row of rows) process.stdout.write(`${line(row, width)}\n`);
  }
}

type Row = [string, string, string, string, string];

function rowOf(test: TestCase): Row {
  const tally: FaultTally | undefined = test.meta().tally;
  const { tried, lost, doubled } = tally ?? { tried: '–', lost: '–', doubled: '–' };
  return [test.fullName, String(tried), String(lost), String(doubled), test.result().state];
}

function line([name, ...rest]: Row, width: number): string {
  return [name.padEnd(width), ...rest.map(cell => cell.padStart(8))].join(' ');
}
