/** One's own kept figures beside those of other municipalities: shared by whoever chooses to, and taken out at a word. */
import {
  type KnownClass,
  type PeerClass,
  type PeerGroup,
  type PeerSize,
  peerClassSchema,
  peerGroupSchema,
  peerSizeSchema,
} from '../assessment/peer-class.ts';
import { type Figures, MOST_ALLIES, peersOf } from '../assessment/peers.ts';
import { ask } from './asking.ts';
import { comparable, registerOf } from './comparable.ts';
import { notice, type Scene, say, type Turn } from './context.ts';
import type { Effect } from './effect.ts';
import type { KeptAssessment, KeptFound, KeptRun, SharedFigures } from './kept.ts';
import { keptFound, recall } from './kept-found.ts';
import { withoutYesOrNo } from './pending-kinds.ts';
import type { Reply } from './reply.ts';
import type { Pending } from './session.ts';
import { KEPT } from './side-questions.ts';

/** A kept result that can be compared. */
interface Compared {
  readonly kept: KeptAssessment;
  readonly run: KeptRun;
  readonly figures: Figures;
  /** Of its municipality, where its answers tell. */
  readonly group: PeerGroup | undefined;
}

/** Shows the comparison; first asks what the municipality is like, and whether its figures may be shared. */
export function compare(scene: Scene): Turn {
  return onCompared(scene, undefined, compared => {
    const shared = sharedIn(compared);
    if (shared) return share(scene, compared, shared);
    const { group, run } = compared;
    return askOn(scene, run.dialog, { ...(group && { group }) });
  });
}

/** Does something with the kept result of a dialog, or of the one in hand; says why where there is none. */
function onCompared(scene: Scene, dialog: string | undefined, act: (compared: Compared) => Turn): Turn {
  const { context, session } = scene;
  if (!context.resume || !context.peers) return notice(scene, 'unavailable-here');
  if (session.place === 'group') return notice(scene, 'share-in-personal');
  const found = keptFound(scene);
  if (found === 'to-load') return recall(scene);
  const kept = found && keptIn(found);
  if (!kept) return notice(scene, 'compare-keep-first');
  const compared = comparedIn(scene, kept, dialog);
  if (compared) return act(compared);
  const fewAnswers = kept.runs.some(run => comparable(context, run) === 'too-little');
  return notice(scene, fewAnswers ? 'compare-more' : 'compare-whole');
}

/** What the conversation goes on with; the only one that a person has, where it goes on with none. */
function keptIn({ current, own }: KeptFound): KeptAssessment | undefined {
  return current ?? (own.length === 1 ? own[0] : undefined);
}

/** The latest result of the dialog; without one named, that of the dialog in hand before any other. */
function comparedIn(
  { context, session }: Scene,
  kept: KeptAssessment,
  dialog: string | undefined,
): Compared | undefined {
  const of = (run: KeptRun): Compared[] => {
    const instrument = context.instrument(run.dialog, run.version);
    const compares = context.current(run.dialog)?.compares;
    const figures = comparable(context, run);
    if (!instrument || !compares || typeof figures === 'string') return [];
    const code = run.answers[compares.by];
    const entries = registerOf(instrument, compares.by)?.entries;
    return [{ kept, run, figures, group: typeof code === 'string' ? entries?.[code]?.group : undefined }];
  };
  const latest = kept.runs.toReversed().filter(run => dialog === undefined || run.dialog === dialog);
  const [inHand, others] = [true, false].map(isInHand =>
    latest.filter(run => (run.dialog === session.active) === isInHand),
  );
  return [...(inHand ?? []), ...(others ?? [])].flatMap(of)[0];
}

function sharedIn({ kept, run }: Compared): SharedFigures | undefined {
  return kept.shared.find(({ dialog }) => dialog === run.dialog);
}

/** Asks what is not known of the municipality yet, and at the end whether its figures may be shared. */
export function askOn(scene: Scene, dialog: string, known: KnownClass): Turn {
  return onCompared(scene, dialog, compared =>
    ask(
      scene,
      (nonce, beneath) => ({ kind: 'compare' as const, nonce, dialog, class: known, beneath }),
      pending => askedReply(pending, compared),
    ),
  );
}

type Asking = Extract<Pending, { kind: 'compare' }>;

function askedReply(
  { nonce, dialog, class: known }: Asking,
  { run, figures }: Pick<Compared, 'figures'> & { readonly run: Pick<KeptRun, 'version'> },
): Reply {
  const asks = known.group === undefined ? 'group' : known.size === undefined ? 'size' : 'share';
  return { kind: 'compare-asked', dialog, version: run.version, nonce, asks, class: known, figures };
}

/** The card of what is asked, for its labels: without the figures, which would have to be loaded. */
export function compareCard({ context }: Scene, pending: Asking): Reply | undefined {
  const run = context.current(pending.dialog);
  return run && askedReply(pending, { run, figures: {} });
}

/** The size or the group of the municipality, as it was asked. */
export function tellClass(scene: Scene, told: PeerSize | PeerGroup): Turn {
  const { pending } = scene.session;
  if (pending?.kind !== 'compare') return notice(scene, 'stale');
  const size = peerSizeSchema.safeParse(told).data;
  const group = peerGroupSchema.safeParse(told).data;
  const known = { ...pending.class, ...(size && { size }), ...(group && { group }) };
  return askOn(withoutYesOrNo(scene), pending.dialog, known);
}

/** Whether figures are shared: a no looks at those of others all the same. Before all is known, a no leaves it. */
export function decideSharing(scene: Scene, decision: 'share' | 'look'): Turn {
  const { pending } = scene.session;
  if (pending?.kind !== 'compare') return notice(scene, 'stale');
  const { dialog, class: known } = pending;
  const over = withoutYesOrNo(scene);
  const whole = peerClassSchema.safeParse(known).data;
  if (!whole) return decision === 'share' ? askOn(over, dialog, known) : say(over.session, KEPT);
  return onCompared(over, dialog, compared => {
    if (decision === 'look') return see(over, compared, { class: whole, sharing: 'off', effects: () => [] });
    const member = over.context.memberName?.();
    return member === undefined
      ? notice(over, 'unavailable-here')
      : share(over, compared, sharedIn(compared) ?? { dialog, member, class: whole });
  });
}

/** Shares, or goes on sharing with the latest figures. */
function share(scene: Scene, compared: Compared, shared: SharedFigures): Turn {
  const { kept, run, figures } = compared;
  const fresh = sharedIn(compared) === undefined;
  const effects = () => {
    if (fresh && !mayShare(scene, run.dialog)) return undefined;
    return [{ kind: 'share-figures', key: kept.key, shared, figures, fresh } as const];
  };
  return see(scene, compared, { class: shared.class, sharing: fresh ? 'begun' : 'on', effects });
}

/** Four of one person, or as many as the channel lets one caller add: fewer than make anything public. */
function mayShare(scene: Scene, dialog: string): boolean {
  const { context } = scene;
  if (context.person === undefined) return context.mayShare?.() === true;
  const found = keptFound(scene);
  const own = found === undefined || found === 'to-load' ? [] : found.own;
  return own.filter(({ shared }) => shared.some(one => one.dialog === dialog)).length < MOST_ALLIES;
}

interface Seeing {
  readonly class: PeerClass;
  readonly sharing: 'begun' | 'on' | 'off';
  readonly effects: () => readonly Effect[] | undefined;
}

/** What is public, beside one's own. `effects` are worked out once that is loaded; none at all where it may not be. */
function see(scene: Scene, { run, figures }: Compared, { class: own, sharing, effects }: Seeing): Turn {
  const { session, context } = scene;
  const { dialog, version } = run;
  const published = context.peers?.(dialog);
  if (!published) return say(session, [], [{ kind: 'look-at-peers', dialog }]);
  const made = effects();
  if (!made) return notice(scene, 'compare-too-many');
  const peers = peersOf(own, figures, published);
  return say({ ...session, misses: 0 }, [{ kind: 'compared', dialog, version, sharing, peers }], made);
}

/** Takes out what of these kept results is shared. */
export function stopSharing(scene: Scene): Turn {
  if (!scene.context.resume) return notice(scene, 'unavailable-here');
  const found = keptFound(scene);
  if (found === 'to-load') return recall(scene);
  const kept = found && keptIn(found);
  if (!kept || kept.shared.length === 0) return notice(scene, 'compare-not-shared');
  const { key } = kept;
  const effects = kept.shared.map(shared => ({ kind: 'unshare-figures', key, shared }) as const);
  return say(scene.session, [{ kind: 'notice', notice: 'compare-stopped' }], effects);
}
