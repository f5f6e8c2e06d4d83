/** What stands behind the `?` of a request's target. Never throws, whatever the rest of the target is. */
export function queryOf(url = ''): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
}
