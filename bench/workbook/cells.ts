/** How long a cell of the page of many fields takes to be saved, beside an ordinary turn of the same conversation. */
import { randomUUID } from 'node:crypto';
import { builtServer } from '../../tests/support/built-server.ts';
import { openChat } from '../../tests/support/robot.ts';

/** Milliseconds. */
export interface CellTimes {
  readonly cell: readonly number[];
  readonly turn: readonly number[];
}

const SERVICES = ['job-matching', 'startup-grants', 'recruitment', 'summer-jobs'];
const STATES = ['inuse', 'planned', 'none', 'inuse'];

/** So much may be said in one conversation before it has to wait. */
const OF_A_CONVERSATION = 80;
const WARM_UP = 20;

/** Cells and turns by turns, one at a time, on the built server with the embedded store. */
export async function measureCells(times: number): Promise<CellTimes> {
  const server = await builtServer();
  try {
    const measured: CellTimes[] = [];
    for (let left = times; left > 0; left -= OF_A_CONVERSATION - WARM_UP)
      measured.push(await ofConversation(server.address));
    return { cell: measured.flatMap(one => one.cell), turn: measured.flatMap(one => one.turn) };
  } finally {
    await server.stop();
    await server.remove();
  }
}

async function ofConversation(address: string): Promise<CellTimes> {
  const robot = await openChat(address, {});
  await robot.send('työkirja');
  const headers = { authorization: `Bearer ${robot.token}`, 'content-type': 'application/json' };
  const url = `${address}/api/grid/workbook/work.statuses?lang=fi`;
  const held = new Map<string, string>();
  const cell = async (index: number) => {
    const service = SERVICES[index % SERVICES.length] ?? '';
    const text = STATES[Math.floor(index / SERVICES.length) % STATES.length] ?? '';
    const was = held.get(service);
    held.set(service, text);
    const cells = [{ key: `work.${service}.status`, text, ...(was !== undefined && { was }) }];
    const body = JSON.stringify({ id: randomUUID(), cells });
    const response = await fetch(url, { method: 'POST', headers, body });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`a cell: ${response.status}`);
  };
  const turn = async (index: number) => {
    const { status } = await robot.send(index % 2 === 0 ? 'palkkatuki käytössä' : 'palkkatuki suunnitteilla');
    if (status >= 300) throw new Error(`a turn: ${status}`);
  };
  const [ofCell, ofTurn]: [number[], number[]] = [[], []];
  for (let index = 0; index < OF_A_CONVERSATION; index += 1) {
    ofCell.push(await timed(() => cell(index)));
    ofTurn.push(await timed(() => turn(index)));
  }
  return { cell: ofCell.slice(WARM_UP), turn: ofTurn.slice(WARM_UP) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
