/** Whose services are looked for: those of the municipality that a run was filled for, or that was named last. */
import { expect, it } from 'vitest';
import type { Register } from '../../../src/assessment/register.ts';
import { municipalityOf } from '../../../src/conversation/prefilling/municipality-of.ts';
import type { Run, Session } from '../../../src/conversation/session.ts';
import { small } from '../../assessment/small-instrument.ts';
import { sceneOf } from '../small-scene.ts';

const names = (fi: string) => ({ fi, sv: fi, also: [] });
const municipalities: Register = {
  source: 'register',
  date: '2026-01-01',
  entries: { '091': names('Helsinki'), '564': names('Oulu'), '853': names('Turku') },
};
const filledFor = (municipality: string) => ({
  prefilled: { municipality, day: '2026-11-28', sources: {}, ways: {}, decided: [] },
});
const run = (startedAt: number, place?: string, more: Partial<Run> = {}): Run => ({
  ...sceneOf(place === undefined ? {} : { place }).run,
  startedAt,
  ...more,
});

function of(own: Run, runs: readonly Run[] = [], more: Partial<Session> = {}) {
  const scene = sceneOf();
  const session = {
    ...scene.session,
    runs: Object.fromEntries(runs.map((one, at) => [`run-${at}`, one])),
    ...more,
  };
  const prefill = { dialogs: ['small'], municipalities };
  const context = {
    ...scene.context,
    prefill,
    instrument: (id: string) => (id === 'small' ? small : undefined),
  };
  return municipalityOf({ ...scene, context, session, run: own });
}

const AWAITED = { awaits: { dialog: 'small', municipality: '853' } };
type Known = Parameters<typeof of>;

it.each<[what: string, known: Known, expected: string | undefined]>([
  ['none was named', [run(1)], undefined],
  ['one is waited for', [run(1), [run(1)], AWAITED], '853'],
  ['one was named in it', [run(1), [run(1, '091')], AWAITED], '091'],
  ['another was named later', [run(1), [run(1, '091'), run(2, '564')]], '564'],
  ['another was named earlier', [run(1), [run(2, '564'), run(1, '091')]], '564'],
  ['what was named is no municipality', [run(1), [run(2, '999'), run(1, '091')]], '091'],
  ['it was filled for one', [run(1, undefined, filledFor('853')), [run(2, '564')]], '853'],
  ['it was filled for one that is gone', [run(1, undefined, filledFor('999')), [run(2, '564')]], '564'],
  ['another run was filled for one', [run(1), [run(2, undefined, filledFor('853'))]], '853'],
  ['the name is of an instrument that is gone', [run(1), [run(2, '091', { dialog: 'gone' })]], undefined],
])('where %s', (_what, known, expected) => {
  expect(of(...known)).toBe(expected);
});

it('nowhere where nothing can be looked for', () => {
  const scene = sceneOf({ place: '091' });
  const { run } = scene;
  expect(municipalityOf({ ...scene, session: { ...scene.session, runs: { small: run } } })).toBeUndefined();
});
