/** Waits until something holds; gives up after half a minute. What is asked may fail meanwhile. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('it never came to hold');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
