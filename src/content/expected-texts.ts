import { type Definition, inputsOf } from '../assessment/definition.ts';
import { ACTIONS_FILE, type ActionCatalogue, type DefinitionFile, type Dialogs } from './read-dialogs.ts';

/** A text that the dialogs need. */
export interface ExpectedText {
  readonly namespace: string;
  readonly key: string;
  /** The file that needs it. */
  readonly for: string;
}

const ACTIONS = 'actions';
const SOURCES = 'sources';

/** Every text that the definitions and the actions need, archived definitions included: their sessions go on. */
export function expectedTexts({ definitions, catalogue }: Dialogs): ExpectedText[] {
  const all = [...definitions.flatMap(ofDefinition), ...(catalogue ? ofActions(catalogue) : [])];
  return [...new Map(all.map(text => [`${text.namespace}:${text.key}`, text])).values()];
}

function ofDefinition({ file, definition }: DefinitionFile): ExpectedText[] {
  const inputs = definition.steps.flatMap(inputsOf);
  const own = [
    'title',
    'about',
    'workbook',
    ...inputKeys(definition),
    ...stepKeys(definition),
    ...scaleKeys(definition),
    ...stairKeys(definition),
  ];
  return [
    ...own.map(key => ({ namespace: definition.id, key, for: file })),
    // Every result says that the counting rule is ours, so that source is always needed.
    ...['own', ...inputs.map(({ source }) => source)].map(key => ({ namespace: SOURCES, key, for: file })),
    { namespace: ACTIONS, key: `roles.${definition.approved.role}`, for: file },
  ];
}

function inputKeys({ steps }: Definition): string[] {
  const parts = ['question', 'short', 'why', 'example'];
  return steps.flatMap(inputsOf).flatMap(({ id }) => parts.map(part => `inputs.${id}.${part}`));
}

/** A form has texts of its own; the other steps speak through their only input. */
function stepKeys({ steps }: Definition): string[] {
  const forms = steps.filter(({ type }) => type === 'form');
  return forms.flatMap(({ id }) => ['question', 'short', 'why'].map(part => `steps.${id}.${part}`));
}

function scaleKeys({ scales }: Definition): string[] {
  return Object.entries(scales).flatMap(([scale, options]) =>
    Object.keys(options).map(option => `scales.${scale}.${option}`),
  );
}

/** 0 stands for "not yet on the stair". */
function stairKeys({ scoring }: Definition): string[] {
  const numbers = [...scoring.stairs.keys(), scoring.stairs.length];
  return numbers.flatMap(number => [`stairs.${number}.name`, `stairs.${number}.meaning`]);
}

function ofActions({ approved, actions }: ActionCatalogue): ExpectedText[] {
  const roles = [approved.role, ...actions.map(({ role }) => role)];
  return [
    ...actions
      .flatMap(({ id }) => [`${id}.title`, `${id}.text`])
      .map(key => ({ namespace: ACTIONS, key, for: ACTIONS_FILE })),
    ...roles.map(role => ({ namespace: ACTIONS, key: `roles.${role}`, for: ACTIONS_FILE })),
    ...actions.flatMap(({ ground }) => ground).map(key => ({ namespace: SOURCES, key, for: ACTIONS_FILE })),
  ];
}
