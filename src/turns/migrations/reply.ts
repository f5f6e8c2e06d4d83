/** Replies of the version of November 2026 in today's shape. */
import * as z from 'zod';
import { WORKBOOK_REPLIES } from './workbook-reply.ts';

const record = z.looseObject({ kind: z.string() });

/**
 * A reply of an earlier shape in the newest one. What needs no carrying comes back as it is, and one of today with it:
 * replies bear no version, and some of November differ from today's only in a field that was optional.
 */
export function carriedReply(value: unknown): unknown {
  const reply = record.safeParse(value).data;
  if (!reply) return value;
  const carry = Object.hasOwn(CARRIED, reply.kind) ? CARRIED[reply.kind] : undefined;
  return carry ? carry(reply) : reply;
}

/** A shared result of an earlier shape. */
export function carriedShare(value: unknown): unknown {
  const share = z.looseObject({ result: assessed }).safeParse(value).data;
  return share ? withOutcome(share) : value;
}

type Loose = Readonly<Record<string, unknown>>;

const CARRIED: Readonly<Record<string, (reply: Loose) => unknown>> = {
  greeting: withBegun,
  reminder: withBegun,
  answered: ({ nonce, ...reply }) => ({ replaces: nonce, ...reply }),
  'did-you-mean': ({ step: _step, input, value, ...reply }) =>
    input === undefined ? reply : { ...reply, entries: [{ key: input, value }], names: {} },
  'input-asked': reply => ({ values: {}, ...reply, ...notedEntry(reply.noted) }),
  'command-suggested': reply =>
    reply.name === 'workbook' ? { ...reply, name: 'start', dialog: 'workbook' } : reply,
  help: reply =>
    Array.isArray(reply.commands) ? { ...reply, commands: reply.commands.filter(isCommand) } : reply,
  result: resultOf,
  'result-shared': resultOf,
  ...WORKBOOK_REPLIES,
};

/** The workbook was begun by a command of its own. */
function isCommand(name: unknown): boolean {
  return name !== 'workbook';
}

function withBegun({ workbook, ...reply }: Loose): Loose {
  return workbook === 'begun' ? { ...reply, begun: ['workbook'] } : reply;
}

function notedEntry(noted: unknown): Loose {
  const read = z
    .object({ input: z.string(), value: z.union([z.string(), z.number()]) })
    .safeParse(noted).data;
  return read ? { noted: { key: read.input, value: read.value } } : {};
}

const assessed = z.looseObject({
  dialog: z.string(),
  version: z.string(),
  stair: z.object({ low: z.number(), high: z.number() }),
  coverage: z.number(),
  provisional: z.boolean(),
  progress: z.number(),
  holding: z.array(z.string()),
  smallestLift: z.array(z.string()),
  notApplicable: z.array(z.string()),
  actions: z.array(z.string()),
});

function resultOf(reply: Loose): unknown {
  const read = z.looseObject({ result: assessed }).safeParse(reply).data;
  return read ? withOutcome(read) : reply;
}

/** The stair had four steps then, and was provisional below half of the answers. */
function withOutcome({ result, ...rest }: { result: z.infer<typeof assessed> }): Loose {
  const { dialog, version, actions, ...standing } = result;
  const sections = [
    { kind: 'standing', ...standing, of: 4, provisionalBelow: 0.5 },
    { kind: 'actions', ids: actions },
  ];
  return { ...rest, dialog, version, outcome: { dialog, version, sections } };
}
