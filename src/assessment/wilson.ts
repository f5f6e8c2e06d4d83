import type { Interval } from './interval.ts';

/** The 0.975 quantile of the normal distribution: 95 % between both ends. */
const Z = 1.959_963_985;

/**
 * The 95 % interval (Wilson's, without continuity correction) of a share of which `k` of `n` were seen, as shares 0–1.
 * Unlike the usual one it stays within 0–1 and is not empty where all or none were.
 */
export function wilson(k: number, n: number): Interval {
  const share = k / n;
  const weight = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}
