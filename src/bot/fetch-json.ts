const TIMEOUT_MS = 5000;

/** GETs a JSON document over the network; follows no redirect and rejects on anything but 200. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  return response.json();
}
