/** Cells on their way from the page of many fields: none is lost, each is sent under one id, the latest word counts. */
import { describe, expect, it } from 'vitest';
import type { GridAnswer } from '../../src/presentation/grid-shown.ts';
import { Refused } from '../../web/grant.ts';
import { type Batch, createSaver } from '../../web/grid-saver.ts';
import { until } from '../support/until.ts';

type Answered = GridAnswer | Error;

/** A server whose answers are given one by one, and the storage of a tab. */
function stage(kept = new Map<string, string>()) {
  const sent: Batch[] = [];
  const waiting: ((answer: Answered) => void)[] = [];
  const states: string[] = [];
  const saver = createSaver({
    send: batch => {
      sent.push(batch);
      return new Promise((resolve, reject) => {
        waiting.push(answer => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    },
    memory: {
      read: name => kept.get(name),
      write: (name, value) => void kept.set(name, value),
      remove: name => void kept.delete(name),
    },
    lost: 'gone',
    patience: { wait: async () => undefined, wake: () => undefined },
    onAnswer: () => undefined,
    onState: state => void states.push(state),
  });
  const answer = async (given: Answered) => {
    await until(async () => waiting.length > 0);
    waiting.shift()?.(given);
    await new Promise(resolve => setImmediate(resolve));
  };
  return { saver, sent, states, kept, answer };
}

function taken(values: Record<string, string> = {}, problems: GridAnswer['problems'] = []): GridAnswer {
  const now = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, text: value }]));
  return { now: { values: now, progress: { answered: 0, total: 0 } }, problems, told: [] };
}

describe('what is written', () => {
  it('goes again under the same id until it is answered, and is kept for a reload until then', async () => {
    const { saver, sent, kept, states, answer } = stage();
    saver.put([{ key: 'a', text: '1' }]);
    await answer(new TypeError('no network'));
    await answer(new Refused(503));
    expect([sent.length, new Set(sent.map(({ id }) => id)).size]).toEqual([3, 1]);
    expect([saver.unsaved('a'), saver.count(), states.at(-1)]).toEqual(['1', 1, 'lost']);
    const again = stage(new Map(kept));
    again.saver.restore();
    expect(again.sent[0]?.cells).toEqual([{ key: 'a', text: '1' }]);
    await answer(taken({ a: '1' }));
    expect([saver.unsaved('a'), saver.count(), states.at(-1), kept.size]).toEqual([undefined, 0, 'idle', 0]);
  });

  it('while another is on its way follows it, over what that one has left', async () => {
    const { saver, sent, answer } = stage();
    saver.put([{ key: 'a', text: 'x', was: 'w' }]);
    saver.put([{ key: 'a', text: 'y', was: 'w' }]);
    saver.put([
      { key: 'a', text: 'z', was: 'w' },
      { key: 'b', text: '2' },
    ]);
    await answer(taken({ a: 'x' }));
    expect(sent.map(({ cells }) => cells)).toEqual([
      [{ key: 'a', text: 'x', was: 'w' }],
      [
        { key: 'a', text: 'z', was: 'x' },
        { key: 'b', text: '2' },
      ],
    ]);
  });

  it('and cannot be taken is told, and does not keep the others back', async () => {
    const { saver, sent, answer } = stage();
    saver.put([
      { key: 'a', text: '999' },
      { key: 'b', text: '2' },
    ]);
    await answer(taken({}, [{ key: 'a', text: 'too much', problem: 'out-of-range' }]));
    expect(saver.problem('a')).toMatchObject({ text: 'too much', written: '999' });
    expect(sent.at(-1)?.cells).toEqual([{ key: 'b', text: '2' }]);
    saver.put([{ key: 'a', text: '9' }]);
    expect(saver.problem('a')).toBeUndefined();
  });

  it.each([400, 403, 404])('is given up where the server answers %i for good, and says so', async status => {
    const { saver, kept, answer } = stage();
    saver.put([{ key: 'a', text: '1' }]);
    await answer(new Refused(status));
    expect([saver.problem('a')?.text, saver.count(), kept.size]).toEqual(['gone', 0, 0]);
  });

  it('is not restored from what is no list of cells', () => {
    for (const junk of ['', 'x', '{}', '[1,{"key":1}]']) {
      const { saver, sent } = stage(new Map([['grid', junk]]));
      saver.restore();
      expect(sent).toEqual([]);
    }
  });
});
