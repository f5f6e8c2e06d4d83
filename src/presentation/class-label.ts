import type { PeerGroup, PeerSize } from '../assessment/peer-class.ts';
import type { Voice } from './voice.ts';

/** A size class or a statistical group of municipalities, as a button and a heading call it. */
export function classLabel({ t }: Pick<Voice, 't'>, of: PeerSize | PeerGroup): string {
  return t(`bot:compare.classes.${of}`);
}
