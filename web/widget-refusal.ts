/** Ample on a slow line: a word too many would only confuse. */
const ANSWERS_WITHIN_MS = 15_000;

/**
 * A frame that the browser refuses looks like any other to the page around it, and the visitor can do nothing about it:
 * unless the chat answers, whoever set up the page gets a word. `bot` is the chat's origin. Call the result once it did.
 */
export function expectAnswer(bot: string): () => void {
  const { origin } = location;
  const timer = setTimeout(() => {
    tellWebmaster(
      `it does not open on ${origin}. Add ${origin} to ALLOWED_ORIGINS of ${bot}, and ${bot} to this page's frame-src.`,
    );
  }, ANSWERS_WITHIN_MS);
  return () => clearTimeout(timer);
}

/** A word in the browser's console. */
export function tellWebmaster(what: string): void {
  // biome-ignore lint/suspicious/noConsole: this is where webmasters look
  console.warn(`Porrasbotti: ${what}`);
}
