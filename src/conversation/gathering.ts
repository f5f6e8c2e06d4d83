/** What many people's answers to another instrument come to, beside a result: which, of whom, and as sections of it. */
import {
  type CollectionOf,
  type Collects,
  gatheredSection,
  type Published,
} from '../assessment/collecting.ts';
import { cardSteps, type Instrument, inputsOf } from '../assessment/instrument.ts';
import type { Outcome } from '../assessment/outcome.ts';
import { findInput } from '../assessment/places.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import type { Section } from '../assessment/sections/section.ts';
import { consensusSection } from '../assessment/workshop/consensus.ts';
import type { ConversationContext, RunScene } from './context.ts';
import type { Effect } from './effect.ts';
import type { Run } from './session.ts';

/** An instrument whose collected answers stand beside a result. */
export interface Beside {
  readonly of: CollectionOf;
  readonly collector: Instrument & { readonly collects: Collects };
  /** Its figures beside which of the result's own. */
  readonly figures: Readonly<Record<string, string>>;
}

type Find = Pick<ConversationContext, 'offered' | 'current' | 'instrument'>;

/** What stands beside the result of a run: those of the group (a municipality) that its person named, there or elsewhere. */
export function besideResult(context: Find, run: Run, runs: readonly Run[]): Beside[] {
  return context.offered.flatMap(dialog => {
    const collector = context.current(dialog);
    const figures = collector?.collects?.shown[run.dialog];
    if (!collector?.collects || !figures) return [];
    const group = groupNamed(context, registerOf(collector, collector.collects), [run, ...latestFirst(runs)]);
    if (group === undefined) return [];
    return [{ of: { dialog, group }, collector: { ...collector, collects: collector.collects }, figures }];
  });
}

function latestFirst(runs: readonly Run[]): readonly Run[] {
  return runs.toSorted((one, other) => other.startedAt - one.startedAt);
}

function registerOf(collector: Instrument, { by }: Collects): string | undefined {
  const input = findInput(collector, by);
  return input?.type === 'register' ? input.register : undefined;
}

/** The first name of the register that was given, in the order of the runs. */
function groupNamed(
  { instrument: find }: Find,
  register: string | undefined,
  runs: readonly Run[],
): string | undefined {
  for (const { dialog, version, answers } of runs) {
    const steps = cardSteps(find(dialog, version) ?? { steps: [] }).map(({ step }) => step);
    const asking = steps
      .flatMap(inputsOf)
      .filter(input => input.type === 'register' && input.register === register);
    const given = asking.map(({ id }) => answers[id]).find(value => typeof value === 'string');
    if (typeof given === 'string') return given;
  }
  return undefined;
}

/** The section of one; undefined where nothing of it is public. */
export function besideSection(
  { instrument, run: { answers } }: Pick<RunScene, 'instrument' | 'run'>,
  { of, collector, figures }: Beside,
  published: Published,
): Section | undefined {
  const { own } = scoringOf(instrument);
  const shown = {
    dialog: of.dialog,
    version: collector.version,
    collects: collector.collects,
    group: of.group,
    own: (id: string) => {
      if (own) return own(instrument, answers, id);
      const value = answers[id];
      return typeof value === 'number' ? value : undefined;
    },
  };
  return gatheredSection(shown, figures, published);
}

/** The outcome with sections in it: after its own figures, before what to do and by which rules. */
export function withSections(outcome: Outcome, more: readonly Section[]): Outcome {
  if (more.length === 0) return outcome;
  const { sections } = outcome;
  const actions = sections.findIndex(({ kind }) => kind === 'actions');
  const rules = sections.findLastIndex(({ kind }) => kind === 'rules');
  const at = actions >= 0 ? actions : rules >= 0 ? rules : sections.length;
  return { ...outcome, sections: [...sections.slice(0, at), ...more, ...sections.slice(at)] };
}

/** The outcome of answers that came of a workshop begins with that. */
export function withConsensus(outcome: Outcome, { consensus, answers }: Run): Outcome {
  if (!consensus) return outcome;
  return { ...outcome, sections: [consensusSection(consensus, answers), ...outcome.sections] };
}

/** What stands beside the result of this scene, as far as it was loaded, and what is still to be loaded for it. */
export function gatherFor({ context, session, run, instrument }: RunScene): {
  readonly sections: readonly Section[];
  readonly wished: readonly Effect[];
} {
  const { gathered } = context;
  if (!gathered) return { sections: [], wished: [] };
  const found = besideResult(context, run, Object.values(session.runs)).map(beside => ({
    beside,
    published: gathered(beside.of),
  }));
  return {
    sections: found.flatMap(
      ({ beside, published }) => (published && besideSection({ instrument, run }, beside, published)) ?? [],
    ),
    wished: found.flatMap(({ beside, published }) =>
      published ? [] : [{ kind: 'gather', of: beside.of } as const],
    ),
  };
}
