/** A register's proposals on the page of many fields: looked up, laid over the fields there, and taken cell by cell. */
import type { Entry } from '../../assessment/answers.ts';
import { notice, type RunScene, type Scene, say, type Turn } from '../context.ts';
import type { Effect } from '../effect.ts';
import type { Input, WrittenCell } from '../input.ts';
import { runBeside } from '../run-beside.ts';
import { municipalityOf } from './municipality-of.ts';
import { lookAt, told } from './prefill.ts';
import { withSources } from './take-prefill.ts';

/** Looks into the register for the page. What is open in the chat stays so, and nobody is told later: the page asks again. */
export function lookBeside(scene: Scene, { dialog, locale }: Input & { kind: 'look-beside' }): Turn {
  const found = scene.context.prefill?.dialogs.includes(dialog) ? runBeside(scene, dialog) : undefined;
  const municipality = found && municipalityOf(found.scene);
  if (!found || municipality === undefined) return notice(scene, 'unavailable-here');
  const run = { ...found.scene, session: { ...found.scene.session, locale } };
  const what = { dialog, municipality };
  const look = scene.context.prefill?.look?.(what);
  const fetching = [told(run, municipality, { what: 'fetching' })];
  if (!look) return say(run.session, fetching, [{ kind: 'look-up', ...what }]);
  if (look.kind === 'fetching') return say(run.session, fetching);
  if (look.kind === 'failed') return say(run.session, [told(run, municipality, { what: look.why })]);
  const { looked, telling } = lookAt(run, look.found);
  return say(looked.session, telling ? [told(looked, municipality, telling)] : []);
}

/**
 * The run with the source on those of these cells that stand as the register tells them. `wished`: what is still to be
 * looked up for that; until then they are the person's own.
 */
export function markAccepted(
  scene: RunScene,
  cells: readonly WrittenCell[],
): { readonly scene: RunScene; readonly wished: readonly Effect[] } {
  const keys = new Set(cells.flatMap(({ key, told }) => (told === 'register' ? [key] : [])));
  const municipality = keys.size > 0 ? municipalityOf(scene) : undefined;
  if (municipality === undefined) return { scene, wished: [] };
  const what = { dialog: scene.run.dialog, municipality };
  const look = scene.context.prefill?.look?.(what, 'kept');
  if (!look) return { scene, wished: [{ kind: 'look-up', how: 'kept', ...what }] };
  if (look.kind !== 'found') return { scene, wished: [] };
  const offered = [...look.found.sure, ...look.found.unsure].flatMap(({ entries }) => entries);
  const sourced = offered.filter(({ key }: Entry) => keys.has(key));
  const marked = withSources(scene, look.found, { sourced, decided: [] });
  return { scene: marked, wished: [{ kind: 'count', counter: 'prefilled' }] };
}
