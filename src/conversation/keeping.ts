/** Keeping results under a name, so that what came of them is seen in a year: named, kept and opened again. */
import { overviewSection } from '../assessment/follow-up.ts';
import { ask, nameReply } from './asking.ts';
import { offerPart } from './asking-colleagues.ts';
import { someComparable } from './comparable.ts';
import { notice, type RunScene, type Scene, say, type Turn } from './context.ts';
import { byItself } from './following-up.ts';
import { type KeptAssessment, type KeptRun, LONGEST_NAME, MOST_RUNS, memberOf, type Opened } from './kept.ts';
import { keptFound, recall } from './kept-found.ts';
import { lastingOf } from './pending-kinds.ts';
import type { Rejection } from './rejection.ts';
import type { Reply } from './reply.ts';
import { outcomeOf } from './reviewing.ts';
import { onShownResult } from './sharing.ts';

/** Keeps the result in hand: with those kept before it, or under a name that is asked for first. */
export function keepResult(scene: Scene, run: RunScene | undefined): Turn {
  if (scene.context.resume === undefined) return notice(scene, 'unavailable-here');
  return onShownResult(scene, run, {
    none: 'nothing-to-keep',
    act: shown => {
      const found = keptFound(shown);
      if (found === 'to-load') return recall(shown);
      return found?.current ? keepWith(shown, found.current) : askName(shown);
    },
  });
}

function askName(scene: RunScene): Turn {
  return ask(scene, (nonce, beneath) => ({ kind: 'name' as const, nonce, beneath }), nameReply);
}

/** The words that were asked for as the name, in the scene in which that question is over. */
export function takeName(run: RunScene, words: string): Turn {
  const { pending } = run.session;
  const name = words.replace(/[\p{C}\s]+/gu, ' ').trim();
  const again = (rejection: Rejection) =>
    say(run.session, [
      { kind: 'rejected', rejection },
      ...(pending?.kind === 'name' ? [nameReply(pending)] : []),
    ]);
  if (name === '') return again({ problem: 'missing' });
  if ([...name].length > LONGEST_NAME) return again({ problem: 'too-long', max: LONGEST_NAME });
  const over = { ...run, session: { ...run.session, pending: lastingOf(pending), misses: 0 } };
  if (pending?.kind === 'name' && pending.of === 'part') return offerPart(over, name);
  const { resume } = run.context;
  return resume ? kept(over, { ...resume(), name }) : notice(over, 'unavailable-here');
}

function keepWith(run: RunScene, { key, name, runs }: KeptAssessment): Turn {
  const isNew = !runs.some(one => memberOf(one) === memberOf(run.run));
  return isNew && runs.length >= MOST_RUNS ? notice(run, 'kept-full') : kept(run, { key, name, runs });
}

/** `seed` where it is the first: its code is told then. */
function kept(
  scene: RunScene,
  { key, name, seed, runs = [] }: { key: string; name: string; seed?: string; runs?: readonly KeptRun[] },
): Turn {
  const { context, session } = scene;
  const made = runToKeep(scene, name);
  const person = context.person;
  const first = seed !== undefined;
  return say(
    { ...session, kept: { key, name } },
    [
      {
        kind: 'kept',
        key,
        name,
        ...(first && { seed }),
        ...(person !== undefined && { mine: true as const }),
        ...(!someComparable(context, [made, ...runs]) && { alone: true as const }),
      },
    ],
    [
      {
        kind: 'keep',
        key,
        fresh: first,
        run: made,
        ...(person !== undefined && { person }),
      },
      { kind: 'count', counter: 'kept' },
    ],
  );
}

function runToKeep(scene: RunScene, name: string): KeptRun {
  const { run, now } = scene;
  const { dialog, version, startedAt, answers, reasons, others } = run;
  return {
    name,
    dialog,
    version,
    startedAt,
    at: now,
    answers,
    reasons,
    ...(others && { others: others.map(other => other.answers) }),
    outcome: byItself(outcomeOf(scene).outcome),
  };
}

/** What a code opened: the conversation goes on with it. Its own assessments stay as they are. */
export function openByCode(scene: Scene, opened: Opened | undefined): Turn {
  if (opened?.kind === 'found') return opens(scene, opened.kept);
  return notice(scene, opened?.kind === 'too-many' ? 'kept-too-many' : 'kept-unknown');
}

/** What is kept already: what this conversation goes on with, the person's own, or how to come to it by its code. */
export function showKept(scene: Scene): Turn {
  const found = keptFound(scene);
  if (found === 'to-load') return recall(scene);
  const own = found?.own ?? [];
  const [only, ...more] = found?.current && own.length <= 1 ? [found.current] : own;
  if (!only) return notice(scene, 'kept-give-code');
  return more.length === 0 ? opens(scene, only) : say(scene.session, [listOf([only, ...more])]);
}

/** One of the person's own, by the button in the list. */
export function openOwn(scene: Scene, key: string): Turn {
  const found = keptFound(scene);
  if (found === 'to-load') return recall(scene);
  const own = found?.own.find(one => one.key === key);
  return own ? opens(scene, own) : notice(scene, 'kept-unknown');
}

function listOf(all: readonly KeptAssessment[]): Reply {
  return {
    kind: 'kept-list',
    own: all.map(({ key, name, runs }) => ({ key, name, at: runs.at(-1)?.at ?? 0 })),
  };
}

function opens({ context, session }: Scene, { key, name, runs }: KeptAssessment): Turn {
  const dialogs = [...new Set(runs.map(({ dialog }) => dialog))].map(dialog => {
    const of = runs.filter(run => run.dialog === dialog);
    return { dialog, version: of.at(-1)?.version ?? '', trend: overviewSection(of) };
  });
  return say({ ...session, kept: { key, name }, misses: 0 }, [
    {
      kind: 'kept-opened',
      name,
      dialogs,
      ...(!someComparable(context, runs) && { alone: true as const }),
    },
  ]);
}
