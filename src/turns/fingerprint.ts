import { hash } from 'node:crypto';

export const FINGERPRINT_LENGTH = 10;

/** Delivery ids come from outside and may be long; a short fingerprint (60 bits) keeps the record small. */
export function fingerprint(deliveryId: string): string {
  return hash('sha256', deliveryId, 'base64url').slice(0, FINGERPRINT_LENGTH);
}
