import type { Value } from '../src/assessment/answers.ts';
import type { GridAnswer, GridProblem } from '../src/presentation/grid-shown.ts';
import { field } from './activity.ts';
import { newActivityId } from './activity-id.ts';
import { Refused } from './grant.ts';
import type { Memory } from './memory.ts';
import type { Patience } from './patience.ts';

/** A cell as it was written. `was`: the answer that the person saw there. */
export interface Written {
  readonly key: string;
  readonly text: string;
  readonly was?: Value;
  /** Set where it is what a register of services proposed. */
  readonly told?: 'register';
}

/** Cells on their way under one id, which a retry bears too: they are taken once. */
export interface Batch {
  readonly id: string;
  readonly cells: readonly Written[];
}

export interface SaverOptions {
  /** Throws Refused with the server's status, or another error when no answer came. */
  readonly send: (batch: Batch) => Promise<GridAnswer>;
  /** Of this tab: what is not saved yet is kept there over a reload. */
  readonly memory: Pick<Memory, 'read' | 'write' | 'remove'>;
  readonly patience: Pick<Patience, 'wait' | 'wake'>;
  /** Why cells cannot be saved that the server does not take from here at all, in words. */
  readonly lost: string;
  /** Told after every try: what the server said, and what is still on its way. */
  readonly onAnswer: (answer: GridAnswer) => void;
  readonly onState: (state: 'saving' | 'lost' | 'idle') => void;
}

export interface Saver {
  readonly put: (cells: readonly Written[]) => void;
  /** The text that is on its way to a cell. */
  readonly unsaved: (key: string) => string | undefined;
  readonly count: () => number;
  /** Takes up what an earlier visit of this tab could not save. */
  readonly restore: () => void;
  /** Why a cell was not taken. */
  readonly problem: (key: string) => RefusedCell | undefined;
}

/** Why a cell was not taken, and what was written there. */
export interface RefusedCell extends GridProblem {
  readonly written: string;
}

/** As many as the server takes at once. */
const MOST_CELLS = 400;

/** Saves cells in the order they are written, one batch at a time, until each is taken or refused. */
export function createSaver(options: SaverOptions): Saver {
  const { memory } = options;
  const cells: Cells = { queue: new Map(), problems: new Map(), onWay: undefined };
  const put = (written: readonly Written[]) => {
    for (const cell of written) {
      const earlier = cells.queue.get(cell.key);
      cells.problems.delete(cell.key);
      cells.queue.set(cell.key, earlier ? seenWith(cell, earlier.was) : cell);
    }
    remember(cells, options);
    void pump(cells, options);
  };
  return {
    put,
    unsaved: key => cells.queue.get(key)?.text ?? cells.onWay?.cells.find(cell => cell.key === key)?.text,
    count: () => new Set(waiting(cells).map(({ key }) => key)).size,
    restore: () => put(writtenIn(memory.read('grid'))),
    problem: key => cells.problems.get(key),
  };
}

interface Cells {
  /** By key; the latest word counts. */
  readonly queue: Map<string, Written>;
  readonly problems: Map<string, RefusedCell>;
  onWay: Batch | undefined;
}

function waiting({ queue, onWay }: Cells): readonly Written[] {
  return [...(onWay?.cells ?? []), ...queue.values()];
}

function remember(cells: Cells, { memory }: SaverOptions): void {
  const unsaved = waiting(cells);
  if (unsaved.length === 0) memory.remove('grid');
  else memory.write('grid', JSON.stringify(unsaved));
}

async function pump(cells: Cells, options: SaverOptions): Promise<void> {
  const { queue } = cells;
  const { onAnswer, onState } = options;
  if (cells.onWay || queue.size === 0) return;
  const batch: Batch = { id: newActivityId(), cells: [...queue.values()].slice(0, MOST_CELLS) };
  for (const { key } of batch.cells) queue.delete(key);
  cells.onWay = batch;
  remember(cells, options);
  onState('saving');
  const answer = await sendUntilAnswered(batch, options);
  cells.onWay = undefined;
  if (answer) settle(cells, batch, answer);
  else giveUp(cells, batch, options);
  remember(cells, options);
  if (answer) onAnswer(answer);
  onState(queue.size > 0 ? 'saving' : 'idle');
  await pump(cells, options);
}

function settle({ queue, problems }: Cells, batch: Batch, answer: GridAnswer): void {
  const refused = new Map(answer.problems.map(problem => [problem.key, problem]));
  for (const cell of batch.cells) {
    const problem = refused.get(cell.key);
    const newer = queue.get(cell.key);
    if (problem && !newer) problems.set(cell.key, { ...problem, written: cell.text });
    // One that cannot be taken keeps the others of its batch back: they go again without it.
    else if (!newer && refused.size > 0) queue.set(cell.key, cell);
    else if (newer && refused.size === 0)
      queue.set(cell.key, seenWith(newer, answer.now.values[cell.key]?.value));
  }
}

function giveUp({ problems }: Cells, batch: Batch, { lost }: SaverOptions): void {
  for (const { key, text: written } of batch.cells)
    problems.set(key, { key, text: lost, problem: 'gone', written });
}

/** The network may be gone for long: what was written waits. Undefined where the server will never take it. */
async function sendUntilAnswered(
  batch: Batch,
  { send, patience, onState }: SaverOptions,
): Promise<GridAnswer | undefined> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await send(batch);
    } catch (problem) {
      if (isGone(problem)) return undefined;
      onState('lost');
      await patience.wait(failures);
    }
  }
}

function seenWith({ was: _, ...cell }: Written, was: Value | undefined): Written {
  return { ...cell, ...(was !== undefined && { was }) };
}

function writtenIn(kept: string | undefined): Written[] {
  if (kept === undefined) return [];
  try {
    const cells: unknown = JSON.parse(kept);
    return Array.isArray(cells) ? cells.flatMap(writtenOf) : [];
  } catch {
    return [];
  }
}

function writtenOf(cell: unknown): Written[] {
  const key = field(cell, 'key');
  const text = field(cell, 'text');
  const was = field(cell, 'was');
  if (typeof key !== 'string' || typeof text !== 'string') return [];
  const told = field(cell, 'told') === 'register' && ({ told: 'register' } as const);
  return [
    seenWith({ key, text, ...told }, typeof was === 'string' || typeof was === 'number' ? was : undefined),
  ];
}

/** Whether the server has said for good that it takes nothing from here. */
export function isGone(problem: unknown): boolean {
  return problem instanceof Refused && [400, 401, 403, 404, 413, 415].includes(problem.status);
}
