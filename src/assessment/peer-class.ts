/** Which municipalities one is compared with: those of its size class, and those of its statistical group. */
import * as z from 'zod';

/** By inhabitants: under 5,000, 5,000–19,999, 20,000–49,999, and more. */
export const peerSizeSchema = z.enum(['under-5000', 'under-20000', 'under-50000', 'over-50000']);
export type PeerSize = z.infer<typeof peerSizeSchema>;

/** The class of a municipality with so many inhabitants. */
export function sizeOf(inhabitants: number): PeerSize {
  if (inhabitants < 5000) return 'under-5000';
  if (inhabitants < 20_000) return 'under-20000';
  return inhabitants < 50_000 ? 'under-50000' : 'over-50000';
}

/** Statistics Finland's grouping of municipalities. */
export const peerGroupSchema = z.enum(['urban', 'semi-urban', 'rural']);
export type PeerGroup = z.infer<typeof peerGroupSchema>;

export const peerClassSchema = z.strictObject({ size: peerSizeSchema, group: peerGroupSchema });
export type PeerClass = Readonly<z.infer<typeof peerClassSchema>>;

/** As far as it is known. */
export const knownClassSchema = z.strictObject({
  size: peerSizeSchema.exactOptional(),
  group: peerGroupSchema.exactOptional(),
});
export type KnownClass = Readonly<z.infer<typeof knownClassSchema>>;

/** One for each pair: what is counted together before anything of it is public. */
export function cellOf({ size, group }: PeerClass): string {
  return `${size} ${group}`;
}
