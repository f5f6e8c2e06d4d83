/** What only the facilitator may do: reveal, agree, close, reopen, lock, hand over, end. The secret has been checked. */
import { type Published, publishInSteps } from '../../assessment/collecting.ts';
import { ballotPart } from '../../assessment/workshop/ballot.ts';
import { consensusOf } from '../../assessment/workshop/consensus.ts';
import { answersTo, FEWEST_BALLOTS, type Spread, spreadsOf } from '../../assessment/workshop/spread.ts';
import type { WorkshopAnswer, WorkshopCall } from '../../conversation/workshop.ts';
import { hashOf } from './facilitator.ts';
import { alone, codeName, newSecret, put, sceneNow, takeOut, type WorkshopScene } from './scene.ts';
import { PART, stateName, writeConsensus, writePublished } from './state.ts';
import { told } from './told.ts';

type Led = Extract<WorkshopCall, { secret: string }>;

export async function lead(
  scene: WorkshopScene,
  call: Extract<Led, { do: Exclude<Led['do'], 'look'> }>,
): Promise<WorkshopAnswer> {
  if (call.do === 'hand-over') return handOver(scene);
  if (call.do === 'end') return end(scene);
  if (call.do === 'lock') return lock(scene, call);
  if (scene.state.phase === 'locked') return told(scene, call.secret);
  switch (call.do) {
    case 'reveal':
      await alone(scene, () => reveal(scene));
      break;
    case 'agree':
      await agree(scene, call);
      break;
    case 'close':
      await put(scene, PART.phase, 'closed');
      await alone(scene, async () => nextRound(await sceneNow(scene)));
      break;
    case 'reopen':
      await put(scene, PART.phase, 'open');
      break;
  }
  return told(await sceneNow(scene), call.secret);
}

/** Shows what can be shown by now, in steps of three answers to each question. */
async function reveal(scene: WorkshopScene): Promise<Published> {
  // First: what comes in from now on is of the next round, and waits for the next reveal.
  await nextRound(await sceneNow(scene));
  const { instrument, asked, state, ballots } = partOf(await sceneNow(scene));
  if (!instrument || !asked) return state.published;
  const figures = asked.questions.map(question => ({
    id: question.field.key,
    input: question.field.key,
    of: [...answersTo(instrument, question)],
  }));
  const counted = [...ballots.values()].filter(({ since }) => since < state.round);
  const published = publishInSteps({ figures, fewest: FEWEST_BALLOTS }, counted, state.published);
  await put(scene, PART.published, writePublished(published));
  return published;
}

async function nextRound(scene: WorkshopScene): Promise<void> {
  await put(scene, PART.round, String(scene.state.round + 1));
}

async function agree(scene: WorkshopScene, { key, value }: Extract<Led, { do: 'agree' }>): Promise<void> {
  if (value === undefined) await takeOut(scene, PART.agreed(key));
  else await put(scene, PART.agreed(key), JSON.stringify(value));
}

/**
 * The group's answers are what it agreed on, and the answers in the middle for the rest. The key goes first, and what is
 * revealed then ends the last round: from then on no ballot comes in, and those that are there are nobody's.
 */
async function lock(scene: WorkshopScene, call: Extract<Led, { do: 'lock' }>): Promise<WorkshopAnswer> {
  const done = await alone(scene, async () => {
    if ((await sceneNow(scene)).state.phase === 'locked') return 'locked';
    if ((await spreadsNow(scene)).length === 0) return 'too-few';
    await takeOut(scene, PART.ballotKey);
    const spreads = await spreadsNow(scene);
    const { state, ballots } = await sceneNow(scene);
    const agreed = { ...state.agreed, ...call.agreed };
    const consensus = consensusOf(spreads, { workshop: scene.id, members: ballots.size, agreed });
    await put(scene, PART.consensus, writeConsensus(consensus));
    await put(scene, PART.phase, 'locked');
    return 'locked';
  });
  if (done === 'too-few') return { kind: 'too-few' };
  return told(await sceneNow(scene), call.secret);
}

async function spreadsNow(scene: WorkshopScene): Promise<readonly Spread[]> {
  const published = await reveal(scene);
  const { instrument, asked } = partOf(scene);
  return instrument && asked ? spreadsOf(instrument, asked, published) : [];
}

function partOf(scene: WorkshopScene) {
  const { judged } = scene.state;
  const instrument = scene.instrument(judged.dialog, judged.version);
  return { ...scene, instrument, asked: instrument && ballotPart(instrument, judged.at) };
}

async function handOver(scene: WorkshopScene): Promise<WorkshopAnswer> {
  const secret = newSecret();
  await put(scene, PART.control, hashOf(secret));
  const answer = await told(await sceneNow(scene), secret);
  return answer.kind === 'workshop' ? { ...answer, secret } : answer;
}

/** Nothing of it stays. */
async function end(scene: WorkshopScene): Promise<WorkshopAnswer> {
  const { store, id, state } = scene;
  // First: no ballot comes in behind this.
  await takeOut(scene, PART.round);
  await store.release(codeName(state.code), id);
  for (const part of (await store.gather(stateName(id))).keys()) await takeOut(scene, part);
  return { kind: 'unknown' };
}
