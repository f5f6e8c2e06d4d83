/**
 * Whose turn it is to send a reply that waits in the outbox. Young ones belong to the process that saved them, old
 * ones to whoever holds the conversation's claim; the time between lets a last attempt come to its end. So two
 * processes never send the same reply at once.
 */
export const OWN_MS = 150_000;
export const SETTLED_MS = 180_000;
