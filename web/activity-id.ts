/** A name for an activity, the same however often it is sent: the server knows a repetition by it. */
export function newActivityId(): string {
  return `${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
}
