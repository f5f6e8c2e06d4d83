/** What a server's heap holds by kind of object, taken as V8's heap snapshots, and what of it grew between two of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Of one kind: how many there are, and bytes of their own. */
export interface Held {
  readonly count: number;
  readonly bytes: number;
}

export type Heap = ReadonlyMap<string, Held>;

export interface HeapSnapshots {
  /** What the server has to be started with. */
  readonly nodeOptions: readonly string[];
  /** Collects all garbage of the process, and then tells what is left. */
  take(pid: number): Promise<Heap>;
}

const LOOK_MS = 250;

export function heapSnapshots(): HeapSnapshots {
  const folder = mkdtempSync(join(tmpdir(), 'bench-heaps-'));
  return {
    nodeOptions: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`],
    async take(pid) {
      process.kill(pid, 'SIGUSR2');
      const heap = heapOf(await wholeText(folder));
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
      return heap;
    },
  };
}

/** The file is written bit by bit: it is whole when it has stopped growing and ends as it should. */
async function wholeText(folder: string): Promise<string> {
  for (let size = -1; ; ) {
    await pause(LOOK_MS);
    const [name] = readdirSync(folder);
    const file = join(folder, name ?? '');
    const now = name === undefined ? 0 : statSync(file).size;
    const text = now > 0 && now === size ? readFileSync(file, 'utf8') : '';
    if (text.endsWith('}')) return text;
    size = now;
  }
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: string[][] } };
  readonly nodes: number[];
  readonly strings: string[];
}

function heapOf(text: string): Heap {
  const { snapshot, nodes, strings }: Snapshot = JSON.parse(text);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const at = (field: string) => fields.indexOf(field);
  const heap = new Map<string, Held>();
  for (let node = 0; node < nodes.length; node += fields.length) {
    const field = (name: string) => nodes[node + at(name)] ?? 0;
    const type = types[at('type')]?.[field('type')] ?? '';
    const kind = type === 'object' || type === 'closure' ? `${type} ${strings[field('name')]}` : type;
    const { count, bytes } = heap.get(kind) ?? { count: 0, bytes: 0 };
    heap.set(kind, { count: count + 1, bytes: bytes + field('self_size') });
  }
  return heap;
}

/** The kinds that grew most, in lines; the first tells of the whole. */
export function growthTold(before: Heap, after: Heap, most = 12): string[] {
  const grown = [...after].map(([kind, { count, bytes }]) => {
    const was = before.get(kind) ?? { count: 0, bytes: 0 };
    return { kind, count: count - was.count, bytes: bytes - was.bytes };
  });
  const whole = (heap: Heap) => [...heap.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  return [
    `heap ${kilobytes(whole(before))}, then ${kilobytes(whole(after))}; what grew most:`,
    ...grown
      .sort((one, other) => other.bytes - one.bytes)
      .slice(0, most)
      .map(({ kind, count, bytes }) => `${kilobytes(bytes).padStart(10)}  ${count} × ${kind}`),
  ];
}
