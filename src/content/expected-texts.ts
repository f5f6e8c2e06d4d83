import { rolesIn } from '../assessment/approved.ts';
import { type CardStep, cardSteps, fillsOf, type Instrument, inputsOf } from '../assessment/instrument.ts';
import { allItems } from '../assessment/list.ts';
import { findScoring, hasReadableRules } from '../assessment/scoring/scoring.ts';
import { sourcesOf } from '../assessment/sources-of.ts';
import { ACTIONS_FILE, type ActionCatalogue, type Dialogs, type InstrumentFile } from './read-dialogs.ts';

/** A text that the dialogs need, or may have. */
export interface ExpectedText {
  readonly namespace: string;
  readonly key: string;
  /** The file that needs it. */
  readonly for: string;
  readonly need: 'required' | 'optional';
}

const ACTIONS = 'actions';
const SOURCES = 'sources';

/** Every text of the instruments and the actions, archived instruments included: their sessions go on. */
export function expectedTexts({ instruments, catalogue }: Dialogs): ExpectedText[] {
  const all = [...instruments.flatMap(ofInstrument), ...(catalogue ? ofActions(catalogue) : [])];
  const required = all.filter(({ need }) => need === 'required');
  // A text that one version may have and another one needs is needed.
  return [...new Map([...all, ...required].map(text => [`${text.namespace}:${text.key}`, text])).values()];
}

function ofInstrument({ file, instrument }: InstrumentFile): ExpectedText[] {
  const need = (namespace: string, keys: readonly string[]) =>
    keys.map(key => ({ namespace, key, for: file, need: 'required' as const }));
  const scoring = hasReadableRules(instrument) ? findScoring(instrument) : undefined;
  const optional = optionalKeys(instrument);
  return [
    ...need(instrument.id, requiredKeys(instrument)),
    ...need(instrument.id, scoring?.texts(instrument) ?? []),
    // Every result says that the counting rule is ours, so that source is always needed.
    ...need(SOURCES, ['own', ...sourcesOf(instrument)]),
    ...need(
      ACTIONS,
      rolesIn(instrument.approved).map(role => `roles.${role}`),
    ),
    ...optional.map(key => ({ namespace: instrument.id, key, for: file, need: 'optional' as const })),
  ];
}

function requiredKeys(instrument: Instrument): string[] {
  return [
    'title',
    'short',
    'open',
    'about',
    ...(instrument.next === undefined ? [] : ['next', 'next-title']),
    ...itemKeys(instrument),
    ...cardSteps(instrument).flatMap(({ step }) => stepKeys(instrument, step)),
    ...scaleKeys(instrument),
    ...(instrument.collects?.figures ?? []).map(({ id }) => `gathered.${id}`),
  ];
}

function itemKeys({ lists }: Instrument): string[] {
  return Object.entries(lists).flatMap(([id, list]) =>
    'names' in list && list.names ? [] : allItems(list).map(({ item }) => `${id}.${item.id}.name`),
  );
}

/** A question asked by itself speaks through its field; a card of several has texts of its own. */
function stepKeys(instrument: Instrument, step: CardStep): string[] {
  const shorts = inputsOf(step)
    .filter(({ type }) => type !== 'choose')
    .map(({ id }) => `inputs.${id}.short`);
  if (isAlone(step)) return ['question', 'short', 'why', 'example'].map(part => `inputs.${step.id}.${part}`);
  const own = ['question', 'short', 'why'].map(part => `steps.${step.id}.${part}`);
  const adds = step.type === 'table' && instrument.lists[step.list]?.own !== undefined;
  return [
    ...shorts,
    ...own,
    ...(adds ? ['question', 'short', 'why', 'name'].map(part => `steps.${step.id}.own.${part}`) : []),
    ...(step.type === 'form' && step.onward ? [`steps.${step.id}.onward`] : []),
    ...fillsOf(step).map(({ id }) => `steps.${step.id}.fills.${id}`),
  ];
}

function isAlone({ type }: CardStep): boolean {
  return ['choice', 'number', 'text', 'multi', 'date'].includes(type);
}

function scaleKeys({ scales }: Instrument): string[] {
  return Object.entries(scales).flatMap(([scale, { options, outs = [] }]) =>
    [...Object.keys(options), ...outs].map(option => `scales.${scale}.${option}`),
  );
}

const CARD_TEXTS = [
  'about',
  'submit',
  'typing',
  'next',
  'result',
  'all-done',
  'jump',
  'jump-submit',
  'onward',
];

/** What says more, or says it in the instrument's own words. */
function optionalKeys(instrument: Instrument): string[] {
  const { lists } = instrument;
  return [
    'help',
    'invite',
    'outcome.typing',
    // What it calls that which has levels, where that is no mere item.
    ...['axis', 'spread', 'picture', 'alt'].map(part => `outcome.${part}`),
    ...cardSteps(instrument).flatMap(({ step }) => [
      ...CARD_TEXTS.map(part => `steps.${step.id}.${part}`),
      ...fillsOf(step).map(({ id }) => `steps.${step.id}.fills.${id}-rest`),
      ...['about', 'submit', 'typing', 'example'].map(part => `steps.${step.id}.own.${part}`),
      ...inputsOf(step).flatMap(({ id }) =>
        ['question', 'why', 'example', 'noted', 'ask', 'open'].map(part => `inputs.${id}.${part}`),
      ),
    ]),
    ...Object.entries(lists).flatMap(([id, list]) =>
      allItems(list).flatMap(({ item }) => ['short', 'tab', 'about'].map(part => `${id}.${item.id}.${part}`)),
    ),
  ];
}

/** The role that approves content as a rule: named before anybody has approved any. */
const APPROVER = 'content-owner';

function ofActions({ approved, actions }: ActionCatalogue): ExpectedText[] {
  const roles = [...rolesIn(approved), ...actions.map(({ role }) => role)];
  const need = (namespace: string, keys: readonly string[]) =>
    keys.map(key => ({ namespace, key, for: ACTIONS_FILE, need: 'required' as const }));
  return [
    ...need(
      ACTIONS,
      actions.flatMap(({ id }) => [`${id}.title`, `${id}.text`]),
    ),
    ...need(
      ACTIONS,
      roles.map(role => `roles.${role}`),
    ),
    ...need(
      SOURCES,
      actions.flatMap(({ ground }) => ground),
    ),
    { namespace: ACTIONS, key: `roles.${APPROVER}`, for: ACTIONS_FILE, need: 'optional' },
  ];
}
