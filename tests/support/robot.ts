/** A person at the wire: speaks Direct Line by plain HTTP, presses what the cards offer and reads what comes. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AssessmentResult } from '../../src/assessment/scoring/stairs/assess.ts';
import { QUESTIONS } from './content.ts';

const activitySchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  value: z.unknown().optional(),
  from: z.looseObject({ id: z.string(), role: z.string().optional() }),
  attachments: z.array(z.unknown()).optional(),
});
export type WireActivity = z.infer<typeof activitySchema>;

const tokenSchema = z.object({ token: z.string(), conversationId: z.string(), resume: z.string() });
const conversationSchema = z.object({ token: z.string(), conversationId: z.string(), streamUrl: z.string() });
const setSchema = z.object({ activities: z.array(activitySchema), watermark: z.string().optional() });

export interface Sent {
  readonly status: number;
  /** The id this was sent under: send it again under the same one to ask for the same thing twice. */
  readonly id: string;
}

export interface Robot {
  readonly conversationId: string;
  readonly streamUrl: string;
  /** The chat token, as the page holds it. */
  readonly token: string;
  /** Sends words or a button's data; never throws for an answer of the server, only for none. */
  send(what: string | object, options?: { id?: string; at?: string }): Promise<Sent>;
  /** Everything said so far, from the start. */
  everything(at?: string): Promise<WireActivity[]>;
}

/** Opens a chat at this server's address. With `resume` it is the one that the token belongs to. */
export async function openChat(address: string, { locale = 'fi' }: { locale?: string } = {}): Promise<Robot> {
  const page = tokenSchema.parse(await postJson(`${address}/api/chat/token`, { locale }));
  const begun = conversationSchema.parse(
    await postJson(`${address}/v3/directline/conversations`, {}, page.token),
  );
  const path = `/v3/directline/conversations/${begun.conversationId}/activities`;
  const headers = { authorization: `Bearer ${begun.token}`, 'content-type': 'application/json' };
  return {
    conversationId: begun.conversationId,
    streamUrl: begun.streamUrl,
    token: begun.token,
    send: async (what, { id = randomUUID(), at = address } = {}) => {
      const said = typeof what === 'string' ? { text: what } : { value: what };
      const body = JSON.stringify({ type: 'message', ...said, channelData: { clientActivityID: id } });
      const response = await fetch(`${at}${path}`, { method: 'POST', headers, body });
      await response.arrayBuffer();
      return { status: response.status, id };
    },
    everything: async (at = address) => {
      const all: WireActivity[] = [];
      for (let watermark: string | undefined = ''; ; ) {
        const set = setSchema.parse(
          await (await fetch(`${at}${path}?watermark=${watermark}`, { headers })).json(),
        );
        all.push(...set.activities);
        if (set.activities.length === 0) return all;
        watermark = set.watermark;
      }
    },
  };
}

/** The data of every button that is still to be pressed: a card replaced by its answer has none. */
export function buttonsIn(activities: readonly WireActivity[]): Record<string, unknown>[] {
  const latest = new Map(activities.map(activity => [activity.id ?? randomUUID(), activity]));
  return [...latest.values()].flatMap(({ attachments }) => submits(attachments));
}

/** What the person at the wire presses next: the first answer of the open question, or "start", or "show result". */
export function nextPress(
  activities: readonly WireActivity[],
  wanted = 'yes',
): Record<string, unknown> | undefined {
  const buttons = buttonsIn(activities).reverse();
  const question = buttons.find(data => data.do === 'answer' || data.do === 'form');
  if (!question)
    return buttons.find(data => data.do === 'command' && (data.name === 'finish' || data.name === 'start'));
  if (question.do === 'form') return question;
  const same = buttons.filter(data => data.do === 'answer' && data.nonce === question.nonce);
  return same.find(data => data.value === wanted) ?? same.find(data => data.value === 'unknown');
}

/** Presses of a whole quick check: what is judged, then every question. */
export const PRESSES = 1 + QUESTIONS;

/** The place (1, 2 …) of every question that was said to be answered, in order: twice is one too many. */
export function answersTaken(activities: readonly WireActivity[]): string[] {
  return activities.flatMap(({ text, summary }) => /^(\d+)\/\d+ /.exec(text ?? summary ?? '')?.[1] ?? []);
}

/** The latest result that was sent, if any. */
export function resultIn(activities: readonly WireActivity[]): AssessmentResult | undefined {
  const event = activities.findLast(({ name }) => name === 'assessment/result');
  return event && z.custom<AssessmentResult>(value => typeof value === 'object').parse(event.value);
}

function submits(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(submits);
  if (node === null || typeof node !== 'object') return [];
  if ('type' in node && node.type === 'Action.Submit' && 'data' in node) {
    return [z.record(z.string(), z.unknown()).parse(node.data)];
  }
  return Object.values(node).flatMap(submits);
}

async function postJson(url: string, body: object, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
