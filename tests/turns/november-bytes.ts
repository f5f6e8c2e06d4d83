/** What earlier versions stored, as `tests/fixtures/november/` holds it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Session } from '../../src/conversation/session.ts';
import { type ConversationRecord, readRecord } from '../../src/turns/record.ts';

const FOLDER = 'tests/fixtures/november';

/** A file as it was stored. */
export function bytesOf(name: string): string {
  return readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
}

export function linesOf(name: string): string[] {
  return bytesOf(name).split('\n');
}

/** The names of all records that are kept here. */
export const RECORDS: readonly string[] = readdirSync(FOLDER)
  .filter(file => /^(record|schema-\d)-/.test(file))
  .map(file => file.slice(0, -'.txt'.length));

export function recordIn(name: string): ConversationRecord {
  const read = readRecord(bytesOf(name));
  if (read.kind !== 'read') throw new Error(`${name} is ${read.kind}`);
  return read.record;
}

export function sessionIn(name: string): Session {
  return recordIn(name).session;
}

const headSchema = z.looseObject({ schema: z.number(), session: z.looseObject({}) });

/** The first line of a record, unread: what the version that wrote it remembered. */
export function headOf(name: string) {
  return headSchema.parse(JSON.parse(bytesOf(name).split('\n')[0] ?? ''));
}
