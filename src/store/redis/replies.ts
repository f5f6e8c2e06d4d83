/** Reads a reply of scripts and raw commands, whose type the library cannot know. */
export function stringList(reply: unknown): readonly string[] {
  if (!Array.isArray(reply)) throw new TypeError('Redis answered with something else than a list');
  return reply.map(String);
}
