/** What somebody may send who means no good: bent activities over both channels, and bent files. */
import fc from 'fast-check';
import { teamsActivities } from '../bot/teams-activities.ts';

export type Case =
  /** An activity as Bot Framework's channels send them. */
  | { readonly to: 'bot'; readonly activity: unknown }
  /** An activity of the web chat: to one's own conversation, or to another's that one would like to be in. */
  | { readonly to: 'chat'; readonly activity: unknown; readonly conversation: 'own' | 'the-victims' | string }
  /** A file as the workbook: how its bytes are bent. */
  | {
      readonly to: 'import';
      readonly bend: readonly (readonly [at: number, byte: number])[];
      readonly keep: number;
    };

const ODD_TEXTS = [
  '__proto__',
  'constructor',
  '..',
  '\u0000',
  '\ud800',
  '\u202e',
  '\r\nx: y',
  '%2e%2e/',
  '',
  '<script>',
  '=1+1',
  'a'.repeat(5_000),
];
const odd = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD_TEXTS, null, true, -1, 1e308, [], {}) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const press = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      'answer',
      'form',
      'reason',
      'note',
      'go',
      'confirm',
      'command',
      'locale',
      'feedback',
      'run',
    ),
    step: fc.constantFrom('need', 'plan', 'phases', 'areas', '__proto__', 'x.y.z'),
    nonce: fc.constantFrom('1', '2', '3', 'zz', '0'),
    value: odd,
    name: fc.constantFrom('start', 'erase', 'share', 'finish', 'skip', 'back', 'nothing'),
    to: fc.constantFrom('result', 'next', 'need', '..'),
  }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Real activities of every type that Teams sends, an event of each kind beside them, and one of a type nobody knows. */
function teamsBases(serviceUrl: string): readonly object[] {
  const teams = teamsActivities(serviceUrl);
  return [
    teams.personalMessage(),
    teams.press({ do: 'answer', step: 'need', nonce: '1', value: 'yes' }),
    teams.groupMention(),
    teams.groupTalk(),
    teams.channelReply(),
    teams.installation('add'),
    teams.installation('remove'),
    teams.membersAdded(['28:b', '29:a']),
    teams.channelMembersAdded(['28:b']),
    teams.reaction(),
    teams.edit(),
    teams.invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', data: { do: 'command', name: 'start' } },
    }),
    teams.invoke('fileConsent/invoke', { action: 'accept' }),
    ...[
      'typing',
      'endOfConversation',
      'event',
      'handoff',
      'trace',
      'messageDelete',
      'contactRelationUpdate',
      'x',
    ].map(teams.other),
  ];
}

const CHAT_BASES: readonly object[] = [
  { type: 'message', text: 'kyllä' },
  { type: 'message', value: { do: 'command', name: 'start' }, channelData: { postBack: true } },
  { type: 'event', name: 'webchat/join', value: { language: 'fi' } },
  { type: 'typing' },
  { type: 'endOfConversation' },
];

/** A field of the activity, or of what is in it, is taken away or takes another value. */
function bent(base: object): fc.Arbitrary<unknown> {
  const paths = pathsIn(base);
  const change = fc.tuple(fc.constantFrom(...paths), fc.oneof(odd, fc.constant(undefined)));
  return fc
    .record({
      changes: fc.array(change, { maxLength: 4 }),
      value: fc.option(press, { nil: undefined }),
      text: fc.option(fc.oneof(odd, fc.constantFrom('aloita', 'kyllä', 'poista tietoni', '85')), {
        nil: undefined,
      }),
    })
    .map(({ changes, value, text }) => {
      const copy: Record<string, unknown> = structuredClone({ ...base });
      if (value !== undefined) copy.value = value;
      if (text !== undefined) copy.text = text;
      // Copied, since a later change may be put into it.
      for (const [path, changed] of changes) put(copy, path, structuredClone(changed));
      return copy;
    });
}

type Path = readonly string[];

function pathsIn(node: unknown, above: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => [
    [...above, key],
    ...pathsIn(inner, [...above, key]),
  ]);
}

function put(node: unknown, [key, ...rest]: Path, value: unknown): void {
  if (typeof node !== 'object' || node === null || key === undefined) return;
  if (rest.length > 0) put(Object.getOwnPropertyDescriptor(node, key)?.value, rest, value);
  else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Any case; of a thousand some ten are files, which take longest. */
export function anyCase(serviceUrl: string): fc.Arbitrary<Case> {
  const toBot = fc
    .constantFrom(...teamsBases(serviceUrl))
    .chain(base => fc.tuple(bent(base), fc.boolean()))
    .map(([activity, waits]) => ({
      to: 'bot' as const,
      activity: waits && isObject(activity) ? { ...activity, deliveryMode: 'expectReplies' } : activity,
    }));
  const toChat = fc.record({
    to: fc.constant('chat' as const),
    activity: fc.constantFrom(...CHAT_BASES).chain(bent),
    conversation: fc.oneof(
      { weight: 6, arbitrary: fc.constant('own') },
      { weight: 1, arbitrary: fc.constantFrom('the-victims', '..', '__proto__', 'a'.repeat(4_000), 'a%2fb') },
    ),
  });
  const toImport = fc.record({
    to: fc.constant('import' as const),
    bend: fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { maxLength: 6 }),
    keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  });
  return fc.oneof(
    { weight: 500, arbitrary: toBot },
    { weight: 490, arbitrary: toChat },
    { weight: 10, arbitrary: toImport },
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
