import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { actionCatalogueSchema } from '../assessment/actions.ts';
import { cardSteps, type Instrument, inputsOf, instrumentSchema } from '../assessment/instrument.ts';
import { type Register, registerSchema } from '../assessment/register.ts';
import type { Problem, Read } from './problem.ts';
import { readYaml } from './read-yaml.ts';

export type ActionCatalogue = z.infer<typeof actionCatalogueSchema>;

/** An instrument and the file it came from. */
export interface InstrumentFile {
  readonly file: string;
  readonly instrument: Instrument;
  /** `current` is what new assessments begin on; `archived` is kept for results made earlier. */
  readonly state: 'current' | 'archived';
}

export interface Dialogs {
  readonly instruments: readonly InstrumentFile[];
  readonly catalogue: ActionCatalogue | undefined;
  /** Names that instruments ask for, by the register's name. */
  readonly registers?: Registers;
}

export type Registers = Readonly<Record<string, Register>>;

export const ACTIONS_FILE = 'dialogs/actions.yaml';

/** Reads every instrument of `dialogs/` and `dialogs/archive/`, and the catalogue of actions. */
export function readDialogs(root: string): Read<Dialogs> {
  const registers = readRegisters(root);
  const read = readInstruments(root, registers.value);
  const catalogue = readYaml(root, ACTIONS_FILE, actionCatalogueSchema);
  return {
    value: { instruments: read.value, catalogue: catalogue.value, registers: registers.value },
    problems: [...registers.problems, ...read.problems, ...catalogue.problems],
  };
}

function readRegisters(root: string): Read<Registers> {
  const read = yamlFiles(root, 'dialogs/registers').map(file => ({
    name: basename(file, '.yaml'),
    ...readYaml(root, file, registerSchema),
  }));
  const found = read.flatMap(({ name, value }) => (value ? [[name, value] as const] : []));
  return { value: Object.fromEntries(found), problems: read.flatMap(({ problems }) => problems) };
}

/**
 * Reads every instrument of a folder's `dialogs/` and `dialogs/archive/`. What they ask of a register is known with
 * them: whether an answer is a name can be told by the instrument alone.
 */
export function readInstruments(root: string, registers: Registers): Read<readonly InstrumentFile[]> {
  const files = yamlFiles(root, 'dialogs').filter(file => file !== ACTIONS_FILE);
  const current = files.map(file => readInstrument(root, file, 'current'));
  const archived = yamlFiles(root, 'dialogs/archive').map(file => readInstrument(root, file, 'archived'));
  const read = [...current, ...archived];
  return {
    value: read.flatMap(({ value }) => (value ? [withRegisters(value, registers)] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function withRegisters(file: InstrumentFile, registers: Registers): InstrumentFile {
  const named = cardSteps(file.instrument)
    .flatMap(({ step }) => inputsOf(step))
    .flatMap(input => (input.type === 'register' ? [input.register] : []));
  if (named.length === 0) return file;
  const asked = Object.entries(registers).filter(([name]) => named.includes(name));
  return { ...file, instrument: { ...file.instrument, registers: Object.fromEntries(asked) } };
}

function readInstrument(
  root: string,
  file: string,
  state: InstrumentFile['state'],
): Read<InstrumentFile | undefined> {
  const { value: instrument, problems } = readYaml(root, file, instrumentSchema);
  if (!instrument) return { value: undefined, problems };
  return { value: { file, instrument, state }, problems: misnamed(file, instrument, state) };
}

/** The file's name is how a person finds an instrument and its version, so it may not say another thing. */
function misnamed(file: string, { id, version }: Instrument, state: InstrumentFile['state']): Problem[] {
  const expected = state === 'current' ? `${id}.yaml` : `${id}@${version}.yaml`;
  if (basename(file) === expected) return [];
  return [{ file, path: 'id', problem: `an instrument of this id and version is kept in ${expected}` }];
}

function yamlFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter(name => name.endsWith('.yaml'));
  return names.sort().map(name => `${folder}/${name}`);
}
