import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { FaultTally } from './fault-tally.ts';

/**
 * Prints a line as each fault test ends, with the reason where it failed; and at the end a table of all of them, and
 * whatever went wrong outside of a test: a server that did not start, a promise that nobody waited for.
 */
export default class FaultTableReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    process.stdout.write(`${state.padEnd(7)} ${test.fullName}\n${errors.map(reasonOf).join('')}`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Failure[]): void {
    const rows = modules.flatMap(module => [...module.children.allTests()].map(rowOf));
    const width = Math.max(...rows.map(([name]) => name.length), 5);
    process.stdout.write(`\n${line(['fault', 'answers', 'lost', 'doubled', 'result'], width)}\n`);
    for (const row of rows) process.stdout.write(`${line(row, width)}\n`);
    const outside = [
      ...modules.flatMap(outsideOfTests),
      ...unhandled.map(error => ['at any time', error] as const),
    ];
    for (const [where, error] of outside) process.stdout.write(`\nfailed  ${where}\n${reasonOf(error)}`);
  }
}

interface Failure {
  readonly name?: string;
  readonly message: string;
  readonly stacks?: readonly { readonly file: string; readonly line: number }[];
  readonly diff?: string;
  readonly cause?: Failure;
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

/** What failed before or after the tests of a file, or of a group in it. */
function outsideOfTests(module: TestModule): (readonly [where: string, error: Failure])[] {
  const groups = [...module.children.allSuites()];
  return [
    ...module.errors().map(error => [module.relativeModuleId, error] as const),
    ...groups.flatMap(group => group.errors().map(error => [group.fullName, error] as const)),
  ];
}

/** The error's words, the difference it saw, where it came from, and the same of what caused it. */
function reasonOf({ name = 'Error', message, stacks = [], diff, cause }: Failure): string {
  const [from] = stacks;
  const lines = [`${name}: ${message}`, diff, from && `at ${from.file}:${from.line}`];
  const own = lines.flatMap(text => text?.split('\n') ?? []).map(text => `        ${text}\n`);
  return own.join('') + (cause ? reasonOf(cause) : '');
}
