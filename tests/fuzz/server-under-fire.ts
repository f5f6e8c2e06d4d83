/** A whole server with a victim in it, and a way to send each kind of case to it. */

import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { XLSX } from '../../src/http/xlsx-type.ts';
import { exportWorkbook } from '../../src/reports/workbook/export-workbook.ts';
import { appInProcess } from '../support/app-in-process.ts';
import { content, shipped } from '../support/content.ts';
import { openChat, type Robot } from '../support/robot.ts';
import type { Answered, Watch } from './bombard.ts';
import type { Case } from './cases.ts';

const SECRET = 'Salainen huomautus 5309';
/** So many messages, and the attacker goes on in a conversation of his own that nobody has spoken in. */
const WORN_AFTER = 40;

export interface UnderFire extends Watch {
  readonly address: string;
  close(): Promise<void>;
}

export async function serverUnderFire(): Promise<UnderFire> {
  const app = await appInProcess();
  const victim = await openChat(app.address);
  for (const words of ['aloita', SECRET]) await victim.send(words);
  const file = spreadsheet();
  let attacker = await openChat(app.address);
  let sent = 0;
  const send = async (one: Case): Promise<Answered> => {
    sent += 1;
    if (sent % WORN_AFTER === 0) attacker = await openChat(app.address);
    if (one.to === 'bot') return post(`${app.address}/api/messages`, JSON.stringify(one.activity));
    if (one.to === 'import')
      return post(`${app.address}/api/workbook`, bent(file, one), fileHeaders(attacker));
    const conversation = { own: attacker.conversationId, 'the-victims': victim.conversationId }[
      one.conversation
    ];
    const path = `/v3/directline/conversations/${conversation ?? one.conversation}/activities`;
    const answer = await post(app.address + path, JSON.stringify(one.activity), tokenOf(attacker));
    const heard = await fetch(app.address + path, { headers: tokenOf(attacker) });
    return { status: answer.status, body: answer.body + (await heard.text()) };
  };
  return {
    address: app.address,
    secret: SECRET,
    send,
    victim: async () => JSON.stringify(await victim.everything()),
    close: app.close,
  };
}

async function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  const response = await fetch(url, sent);
  return { status: response.status, body: await response.text() };
}

function tokenOf({ token }: Robot): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function fileHeaders(robot: Robot): Record<string, string> {
  return { ...tokenOf(robot), 'content-type': XLSX };
}

function spreadsheet(): Uint8Array {
  const workbook = workbookOf(shipped('workbook'));
  return exportWorkbook({ workbook, answers: {}, locale: 'fi', t: content.translate('fi') });
}

/** Cut to a part of its length, and some bytes changed. */
function bent(file: Uint8Array, { bend, keep }: Extract<Case, { to: 'import' }>): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(file.slice(0, Math.ceil(file.length * keep)));
  for (const [at, byte] of bend) copy[at % Math.max(copy.length, 1)] = byte;
  return copy;
}
