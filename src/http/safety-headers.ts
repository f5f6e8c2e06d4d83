/** What answers tell browsers and search engines, whatever is in them. */

/** For every answer. Search engines are to list none; pages that they may list take that header back. */
export const SAFETY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const;

/** The header that pages remove which search engines may list: the chat, and those about the service. */
export const FOUND_BY_SEARCH = 'x-robots-tag';

/** What pages of other origins may show: the launcher, its frame and the pictures in Teams' cards. */
export const SHOWN_ELSEWHERE = { 'cross-origin-resource-policy': 'cross-origin' } as const;

/** Behind TLS, browsers are to come back by TLS alone. Other names of the domain are not ours to speak for. */
export function transportSafety(publicUrl: string): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
