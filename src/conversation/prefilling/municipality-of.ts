import { cardSteps, inputsOf } from '../../assessment/instrument.ts';
import { memo } from '../../assessment/memo.ts';
import type { RunScene, Scene } from '../context.ts';
import type { Run } from '../session.ts';

/**
 * The municipality whose services were looked for to this run; else the one that somebody named in any instrument, the
 * latest first. Undefined where none was.
 */
export function municipalityOf({ session, context, run }: RunScene): string | undefined {
  const codes = codesOf(context.prefill?.municipalities);
  const runs = Object.values(session.runs).toSorted((a, b) => b.startedAt - a.startedAt);
  if (run.prefilled && codes.has(run.prefilled.municipality)) return run.prefilled.municipality;
  return (
    runs.map(one => codeIn(context.instrument(one.dialog, one.version), one)).find(code => codes.has(code)) ??
    session.awaits?.municipality
  );
}

function codeIn(instrument: RunScene['instrument'] | undefined, { answers, prefilled }: Run): string {
  const inputs = cardSteps(instrument ?? { steps: [] }).flatMap(({ step }) => inputsOf(step));
  const named = inputs.filter(({ type }) => type === 'register').map(({ id }) => answers[id]);
  const code = named.find(value => typeof value === 'string') ?? prefilled?.municipality;
  return typeof code === 'string' ? code : '';
}

type Municipalities = NonNullable<Scene['context']['prefill']>['municipalities'];

function codesOf(municipalities: Municipalities | undefined): ReadonlySet<string> {
  return municipalities ? codeSet(municipalities) : new Set();
}

const codeSet = memo(
  (register: Municipalities): ReadonlySet<string> => new Set(Object.keys(register.entries)),
);
