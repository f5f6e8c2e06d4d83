import { randomBytes } from 'node:crypto';
import { CODE_HOURS, type Judged, type WorkshopAnswer } from '../../conversation/workshop.ts';
import type { ConversationKey } from '../../store/port.ts';
import type { Tries } from '../count-tries.ts';
import { newShareCode } from '../share-code.ts';
import { hashOf } from './facilitator.ts';
import { codeName, findScene, newSecret, put, sceneNow, type WorkshopsKept } from './scene.ts';
import { PART, writeAbout } from './state.ts';
import { told } from './told.ts';

const HOUR_MS = 3_600_000;
/** A code that is taken is drawn anew. Of 1.1 thousand million codes, five taken in a row means a broken store. */
const DRAWS = 5;

/** Begins a workshop; its answers will go to this conversation. */
export async function open(
  kept: WorkshopsKept,
  judged: Judged,
  host: ConversationKey | undefined,
): Promise<WorkshopAnswer> {
  const id = randomBytes(16).toString('base64url');
  const secret = newSecret();
  if (!host) return { kind: 'unknown' };
  for (let draw = 0; draw < DRAWS; draw++) {
    const code = newShareCode();
    if (!(await kept.store.claim(codeName(code), id, CODE_HOURS * HOUR_MS))) continue;
    const at = { ...kept, id };
    await put(at, PART.ballotKey, randomBytes(32).toString('base64url'));
    await put(at, PART.control, hashOf(secret));
    await put(at, PART.round, '1');
    await put(at, PART.phase, 'open');
    // Last: without it there is no workshop.
    await put(at, PART.about, writeAbout({ code, judged, host }));
    const answer = await told(await sceneNow(at), secret);
    return answer.kind === 'workshop' ? { ...answer, secret } : answer;
  }
  return { kind: 'unknown' };
}

/** `from`: where wrong codes are counted by; without it no code is looked up. */
export async function join(
  { wrongCodes, ...kept }: WorkshopsKept & { readonly wrongCodes: Tries },
  code: string,
  from: string | undefined,
): Promise<WorkshopAnswer> {
  if (from === undefined || wrongCodes.tooMany(from)) return { kind: 'too-many-tries' };
  const id = await kept.store.claimed(codeName(code));
  const scene = id === undefined ? undefined : await findScene({ ...kept, id });
  if (scene) return told(scene, undefined);
  wrongCodes.add(from);
  return { kind: 'unknown' };
}
