/**
 * Codes that open what is kept: made of a secret of the server and the delivery that asked for one, so that a delivery
 * that comes twice makes the same one. The store has the code nowhere: it keeps under a hash of it, and replies bear a
 * seed that is worth nothing without the secret.
 */
import { createHmac, hash } from 'node:crypto';
import type { ResumeKey } from '../conversation/kept.ts';
import { FEWEST_FIGURES, inGroups, RESUME_ALPHABET, RESUME_LENGTH } from '../conversation/resume-code.ts';
import type { ConversationKey } from '../store/port.ts';

/** What a code is for: one for results opens no link, and the other way round. */
export type CodePurpose = 'kept' | 'link' | 'part';

export interface ResumeCodes {
  /** For what a delivery asks to be kept. */
  make(purpose: CodePurpose, delivery: { key: ConversationKey; deliveryId: string }): ResumeKey;
  /** The code of a key; undefined when the secret that it was made with is there no longer. */
  shown(purpose: CodePurpose, kept: ResumeKey): string | undefined;
}

/** Every secret of this moment, the present one first. */
export type CodeSecrets = () => readonly [present: string, ...others: string[]];

export function createResumeCodes(secrets: CodeSecrets): ResumeCodes {
  return {
    make: (purpose, { key, deliveryId }) => {
      const told = JSON.stringify([key.channel, key.conversation, deliveryId]);
      const seed = hash('sha256', told, 'base64url').slice(0, SEED_LENGTH);
      return { key: keyOfCode(purpose, codeOf(secrets()[0], purpose, seed)), seed };
    },
    shown: (purpose, { key, seed }) =>
      secrets()
        .map(secret => codeOf(secret, purpose, seed))
        .find(code => keyOfCode(purpose, code) === key),
  };
}

const SEED_LENGTH = 22;

/**
 * What is kept by a code stands under its hash: the store is asked for that as a whole, so that no answer takes longer
 * the more of a guess is right.
 */
export function keyOfCode(purpose: CodePurpose, code: string): string {
  return hash('sha256', `${purpose}\n${code}`, 'base64url');
}

/** 28 signs of 32: 140 bits. One with few figures is drawn anew: it could be taken for words of a sentence. */
function codeOf(secret: string, purpose: CodePurpose, seed: string): string {
  for (let draw = 0; ; draw++) {
    const bytes = createHmac('sha256', secret).update(`code\n${purpose}\n${seed}\n${draw}`).digest();
    const signs = Array.from(bytes.subarray(0, RESUME_LENGTH), byte => RESUME_ALPHABET[byte % 32]).join('');
    if ((signs.match(/\d/g)?.length ?? 0) >= FEWEST_FIGURES) return inGroups(signs);
  }
}
