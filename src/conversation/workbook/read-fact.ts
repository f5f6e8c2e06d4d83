/** Reads one statement about a service: its status, usage rate, cases a year or the state of a phase. */
import { PHASE_STATES, PHASES, STATUSES } from '../../assessment/workbook/workbook-definition.ts';
import type { Asked } from '../understanding/understanding.ts';
import type { Remark } from './remark.ts';
import type { WorkbookScene } from './workbook-scene.ts';
import type { Mark } from './workbook-words.ts';

export interface Fact {
  readonly said: Omit<Remark, 'area' | 'service' | 'name'>;
  readonly sure: boolean;
}

/** Undefined when the statement tells nothing of the kind. */
export function readFact(scene: WorkbookScene, text: string): Fact | undefined {
  const { words } = scene.context.workbook;
  const { marks, phases } = words[scene.session.locale];
  const marked = new Set(marks.find(text).map(({ id }) => id));
  if (marked.has('rate') || /%/.test(text)) return readRate(scene, text);
  if (marked.has('cases') && /\d/.test(text)) return readCases(scene, text);
  const named = phases.find(text);
  if (named.length > 0 || marked.has('all')) {
    const stated = readPhases(scene, text, named);
    if (stated) return stated;
  }
  return readStatus(scene, text, digitalIn(marked));
}

type Digital = 'said' | 'denied' | 'no word of it';

function digitalIn(marked: ReadonlySet<Mark>): Digital {
  if (!marked.has('digital')) return 'no word of it';
  return marked.has('negation') ? 'denied' : 'said';
}

function readRate(scene: WorkbookScene, text: string): Fact | undefined {
  const { value, sure } = ask(scene, text, 'percent');
  return typeof value === 'number' || value === 'unknown' || value === 'na'
    ? { said: { usageRate: value }, sure }
    : undefined;
}

function readCases(scene: WorkbookScene, text: string): Fact | undefined {
  const { value, sure } = ask(scene, text, 'count');
  return typeof value === 'number' ? { said: { cases: value }, sure } : undefined;
}

/** "Hakemus ja laskutus täysin digitaalisia"; with none named, all seven are meant. */
function readPhases(
  scene: WorkbookScene,
  text: string,
  named: readonly { id: (typeof PHASES)[number]; from: number; to: number }[],
): Fact | undefined {
  const rest = named.reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  const { value, sure } = ask(scene, rest, 'phase');
  const state = PHASE_STATES.find(one => one === value);
  if (!state) return undefined;
  const meant = named.length > 0 ? named.map(({ id }) => id) : PHASES;
  return { said: { phases: Object.fromEntries(meant.map(phase => [phase, state])) }, sure };
}

/** That something is electronic says it is in use, unless it is denied or something else is said as well. */
function readStatus(scene: WorkbookScene, text: string, digital: Digital): Fact | undefined {
  const { value, sure } = ask(scene, text, 'status');
  const status = value === 'na' ? 'none' : STATUSES.find(one => one === value);
  // Not electronic yet is not the same as decided against.
  if (status && digital === 'denied') return { said: { status }, sure: false };
  if (status) return { said: { status }, sure: sure || (digital === 'said' && status === 'inuse') };
  return digital === 'said' ? { said: { status: 'inuse' }, sure: true } : undefined;
}

function ask({ context, session }: WorkbookScene, text: string, asked: Asked) {
  const understood = context.understand(text, { locale: session.locale, asked, options: [] });
  if (understood.kind === 'answer') return { value: understood.value, sure: true };
  const suggestion = understood.kind === 'reprompt' ? understood.suggestion : undefined;
  return suggestion?.kind === 'answer'
    ? { value: suggestion.value, sure: false }
    : { value: undefined, sure: false };
}
