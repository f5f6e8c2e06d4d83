import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer } from '../../src/directline/sealed-token.ts';
import { createTokens } from '../../src/directline/tokens.ts';

const SECRET = 'the secret that signs in these tests';
const holder = { conversation: 'conversation-a', user: 'dl_user' };

function create(secret = SECRET) {
  const clock = { now: 1_800_000_000_000 };
  const sealer = createSealer(() => [secret]);
  const tokens = createTokens({
    sealer,
    now: () => clock.now,
    newId: () => 'once',
    sessionTtlMs: 86_400_000,
  });
  return { clock, sealer, tokens };
}

describe('a token', () => {
  const { tokens, clock } = create();
  const seconds = clock.now / 1000;
  const good = tokens.chat(holder);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (head: string, body: string) =>
    `${head}.${body}.${createHmac('sha256', SECRET).update(`${head}.${body}`).digest('base64url')}`;
  const claims = { ...holder, purpose: 'chat', exp: seconds + 600 };
  const lastChanged = signature.slice(0, -1) + (signature.endsWith('A') ? 'B' : 'A');

  it('speaks for its holder and nobody else', () => {
    const full = { ...holder, origin: 'https://kunta.example', locale: 'sv' } as const;
    expect(tokens.openChat(tokens.chat(full))).toMatchObject({ kind: 'valid', claims: full });
  });

  it('of the right form and signature is accepted, so that the forgeries below fail for their own reason', () => {
    expect(tokens.openChat(signed(header, part(claims))).kind).toBe('valid');
  });

  it.each([
    ['signed with another secret', create('another secret').tokens.chat(holder)],
    ['with the algorithm none', `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`],
    ['with the algorithm none, signed', signed(part({ alg: 'none', typ: 'JWT' }), payload)],
    ['with another algorithm, signed', signed(part({ alg: 'HS512', typ: 'JWT' }), payload)],
    [
      'with a key of its own choice',
      signed(part({ alg: 'HS256', typ: 'JWT', kid: '../../dev/null' }), payload),
    ],
    ['with its header spelled otherwise', signed(part({ typ: 'JWT', alg: 'HS256' }), payload)],
    ['with a changed payload', `${header}.${part({ ...claims, conversation: 'b' })}.${signature}`],
    ['with a changed signature', `${header}.${payload}.${lastChanged}`],
    ['with a padded signature', `${good}=`],
    ['without a signature', `${header}.${payload}.`],
    ['in two parts', `${header}.${payload}`],
    ['in four parts', `${good}.x`],
    ['without an expiry', signed(header, part({ ...holder, purpose: 'chat' }))],
    ['with an expiry in words', signed(header, part({ ...claims, exp: 'never' }))],
    ['with an unknown claim', signed(header, part({ ...claims, admin: true }))],
    ['with a payload that is no JSON', signed(header, Buffer.from('{').toString('base64url'))],
    ['that is empty', ''],
    ['that is far too long', signed(header, part({ ...claims, user: 'x'.repeat(5000) }))],
  ])('%s is forged', (_what, token) => {
    expect(tokens.openChat(token)).toEqual({ kind: 'forged' });
  });

  it('of one purpose opens no door of another', () => {
    const opened = [
      tokens.openChat(tokens.stream(holder)),
      tokens.openChat(tokens.resume(holder)),
      tokens.openStream(tokens.chat(holder)),
      tokens.openStream(tokens.resume(holder)),
      tokens.openResume(tokens.chat(holder)),
      tokens.openResume(tokens.stream(holder)),
    ];
    expect(opened.map(({ kind }) => kind)).toEqual(Array(6).fill('forged'));
  });

  it.each([
    ['chat', 'openChat', 30 * 60],
    ['stream', 'openStream', 60],
    ['resume', 'openResume', 86_400],
  ] as const)('for %s expires when its time is over', (purpose, open, lifetime) => {
    const world = create();
    const token = world.tokens[purpose](holder);
    world.clock.now += lifetime * 1000 - 1;
    expect(world.tokens[open](token).kind).toBe('valid');
    world.clock.now += 1;
    expect(world.tokens[open](token).kind).toBe('expired');
  });

  it('passes on nothing that came in with a resume token but its holder', () => {
    const opened = tokens.openResume(tokens.resume(holder));
    const renewed = opened.kind === 'valid' ? tokens.chat(opened.claims) : '';
    expect(tokens.openChat(renewed)).toMatchObject({ kind: 'valid', claims: { purpose: 'chat' } });
  });

  it.each([
    ['chat', 'openChat', 25 * 60, 7 * 86_400],
    ['resume', 'openResume', 86_000, 400 * 86_400],
  ] as const)(
    'for %s is made anew from the one before, but not without an end',
    (purpose, open, pause, longest) => {
      const { clock, tokens } = create();
      const first = clock.now;
      let opened = tokens[open](tokens[purpose](holder));
      let times = 0;
      while (opened.kind === 'valid') {
        expect(clock.now - first).toBeLessThan(longest * 1000);
        const next = tokens[purpose](opened.claims);
        clock.now += pause * 1000;
        opened = tokens[open](next);
        times += 1;
      }
      expect([opened.kind, times]).toEqual(['expired', Math.ceil(longest / pause)]);
    },
  );

  it('for a socket lasts no longer than the chat tokens before it may', () => {
    const { clock, tokens } = create();
    const since = clock.now / 1000 - 7 * 86_400 + 60;
    expect(tokens.openStream(tokens.stream({ ...holder, since }))).toMatchObject({
      claims: { until: clock.now / 1000 + 60 },
    });
  });
});
