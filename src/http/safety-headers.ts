/** What answers tell browsers and search engines, whatever is in them. */

/** For every answer. Results, files and the channels' calls are nobody's finds. */
export const SAFETY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const;

/** Takes back what only pages that may be found must not say. */
export const FOUND_BY_SEARCH = 'x-robots-tag';

/** What pages of other origins may show: the launcher, its frame and the pictures in Teams' cards. */
export const SHOWN_ELSEWHERE = { 'cross-origin-resource-policy': 'cross-origin' } as const;

/** Behind TLS, browsers are to come back by TLS alone. Other names of the domain are not ours to speak for. */
export function transportSafety(publicUrl: string): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
