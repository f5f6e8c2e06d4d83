import type { Refusal } from '../../src/bot/guard.ts';
import {
  APP_ID,
  type ChannelIssuer,
  encode,
  foreignKey,
  jwk,
  type TokenOptions,
} from '../support/channel-tokens.ts';
import { START } from './bot-under-test.ts';

const SECONDS = START / 1000;
const HOUR = 3600;

type Forge = (issuer: ChannelIssuer) => string | null;

const claims =
  (changed: Readonly<Record<string, unknown>>): Forge =>
  issuer =>
    issuer.authorization({ claims: changed });

const header =
  (changed: Readonly<Record<string, unknown>>, more: TokenOptions = {}): Forge =>
  issuer =>
    issuer.authorization({ header: changed, ...more });

/** Takes the three parts of a good token and puts them together otherwise. */
const parts =
  (change: (head: string, body: string, tail: string) => string): Forge =>
  issuer => {
    const [head = '', body = '', tail = ''] = issuer.authorization().replace('Bearer ', '').split('.');
    return change(head, body, tail);
  };

/** Every kind of bad token, with what the guard finds wrong with it; made for a clock that shows START. */
export const badTokens: readonly [name: string, reason: Refusal, forge: Forge][] = [
  ['no header', 'missing', () => null],
  ['an empty header', 'missing', () => ''],
  ['the scheme alone', 'malformed', () => 'Bearer'],
  ['the scheme and a space', 'malformed', () => 'Bearer '],
  ['another scheme', 'malformed', parts((h, b, t) => `Basic ${h}.${b}.${t}`)],
  ['no scheme', 'malformed', parts((h, b, t) => `${h}.${b}.${t}`)],
  ['two tokens', 'malformed', parts((h, b, t) => `Bearer ${h}.${b}.${t}, Bearer ${h}.${b}.${t}`)],
  ['something after the token', 'malformed', parts((h, b, t) => `Bearer ${h}.${b}.${t} x`)],
  ['not a token', 'malformed', () => 'Bearer hello'],
  ['two parts', 'malformed', parts((h, b) => `Bearer ${h}.${b}`)],
  ['four parts', 'malformed', parts((h, b, t) => `Bearer ${h}.${b}.${t}.${t}`)],
  ['an empty signature', 'malformed', parts((h, b) => `Bearer ${h}.${b}.`)],
  ['an empty payload', 'malformed', parts((h, _, t) => `Bearer ${h}..${t}`)],
  ['a header that is not base64', 'malformed', parts((_, b, t) => `Bearer ä!.${b}.${t}`)],
  [
    'a header that is not JSON',
    'header',
    parts((_, b, t) => `Bearer ${Buffer.from('{').toString('base64url')}.${b}.${t}`),
  ],
  ['a header that is null', 'header', parts((_, b, t) => `Bearer ${encode(null)}.${b}.${t}`)],
  [
    'a payload that is not JSON',
    'claims',
    parts((h, _, t) => `Bearer ${h}.${Buffer.from('x').toString('base64url')}.${t}`),
  ],
  ['a payload that is a list', 'claims', parts((h, _, t) => `Bearer ${h}.${encode([])}.${t}`)],
  ['a payload of a megabyte', 'malformed', claims({ filler: 'x'.repeat(1_000_000) })],
  ['a million dots', 'malformed', () => `Bearer ${'.'.repeat(1_000_000)}`],
  ['algorithm none', 'header', header({ alg: 'none' })],
  [
    'algorithm none and no signature',
    'malformed',
    parts((_, b) => `Bearer ${encode({ alg: 'none', kid: 'issuer-key-1' })}.${b}.`),
  ],
  ['algorithm None', 'header', header({ alg: 'None' })],
  ['no algorithm', 'header', header({ alg: undefined })],
  ['HS256 with the public key as secret', 'header', issuer => issuer.symmetric(issuer.publicPem)],
  ['HS256 with an empty secret', 'header', issuer => issuer.symmetric('')],
  [
    'HS256 signature under an RS256 header',
    'signature',
    issuer => issuer.symmetric('x', { header: { alg: 'RS256' } }),
  ],
  ['RS384', 'header', header({ alg: 'RS384' }, { hash: 'RSA-SHA384' })],
  ['RS256 said, RS384 signed', 'signature', header({}, { hash: 'RSA-SHA384' })],
  ['algorithm as a list', 'header', header({ alg: ['RS256'] })],
  ['no key id', 'header', header({ kid: undefined })],
  ['a key id that is a number', 'header', header({ kid: 1 })],
  ['an unknown key id', 'key', header({ kid: 'issuer-key-2' })],
  ['__proto__ as key id', 'key', header({ kid: '__proto__' })],
  ['a key id of a thousand characters', 'header', header({ kid: 'k'.repeat(1000) })],
  ['a critical extension', 'header', header({ crit: ['b64'], b64: false })],
  ['an encrypted token', 'header', header({ typ: 'JWE', enc: 'A256GCM' })],
  [
    'its own key in the header',
    'signature',
    issuer => issuer.authorization({ header: { jwk: jwk(foreignKey, 'x', []) }, key: foreignKey }),
  ],
  [
    'an address for the key in the header',
    'key',
    header({ jku: 'https://example.org/keys', kid: 'x' }, { key: foreignKey }),
  ],
  ['a foreign key under the known id', 'signature', issuer => issuer.authorization({ key: foreignKey })],
  ['no issuer', 'claims', claims({ iss: undefined })],
  [
    'the issuer of an Entra tenant',
    'claims',
    claims({ iss: 'https://sts.windows.net/00000000-0000-4000-8000-00000000aaaa/' }),
  ],
  [
    'the issuer of the emulator',
    'claims',
    claims({
      iss: 'https://login.microsoftonline.com/botframework.com/v2.0',
      azp: APP_ID,
      ver: '2.0',
      tid: 'x',
    }),
  ],
  ['the issuer of the US government cloud', 'claims', claims({ iss: 'https://api.botframework.us' })],
  ['the issuer with a slash more', 'claims', claims({ iss: 'https://api.botframework.com/' })],
  ['the issuer in a list', 'claims', claims({ iss: ['https://api.botframework.com'] })],
  ['no audience', 'claims', claims({ aud: undefined })],
  ["another bot's audience", 'audience', claims({ aud: '00000000-0000-4000-8000-00000000ffff' })],
  ['an empty audience', 'audience', claims({ aud: '' })],
  ['the audience in a list', 'claims', claims({ aud: [APP_ID] })],
  ['the audience in capitals', 'audience', claims({ aud: APP_ID.toUpperCase() })],
  ['no expiry', 'claims', claims({ exp: undefined })],
  ['an expiry in text', 'claims', claims({ exp: String(SECONDS + HOUR) })],
  ['an expiry of null', 'claims', claims({ exp: null })],
  ['expired by more than clocks differ', 'time', claims({ exp: SECONDS - 301 })],
  ['expired long ago', 'time', claims({ exp: 0 })],
  ['a negative expiry', 'time', claims({ exp: -1 })],
  ['not valid yet by more than clocks differ', 'time', claims({ nbf: SECONDS + 302 })],
  ['a beginning in text', 'claims', claims({ nbf: 'now' })],
  ['no service address', 'claims', claims({ serviceurl: undefined })],
  [
    'the service address under another name',
    'claims',
    claims({ serviceurl: undefined, serviceUrl: 'http://127.0.0.1/' }),
  ],
  ['another service address', 'service-url', claims({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  ['a service address of null', 'claims', claims({ serviceurl: null })],
  [
    'a payload exchanged',
    'signature',
    parts((h, b, t) => {
      const payload = JSON.parse(Buffer.from(b, 'base64url').toString());
      return `Bearer ${h}.${encode({ ...payload, exp: payload.exp + HOUR })}.${t}`;
    }),
  ],
  ['a signature cut short', 'signature', parts((h, b, t) => `Bearer ${h}.${b}.${t.slice(0, -8)}`)],
  ['a signature of one byte', 'signature', parts((h, b) => `Bearer ${h}.${b}.AA`)],
  [
    'a signature of zeros',
    'signature',
    parts((h, b) => `Bearer ${h}.${b}.${Buffer.alloc(256).toString('base64url')}`),
  ],
  [
    'the signature of another token',
    'signature',
    issuer => {
      const [, , tail] = issuer.authorization({ claims: { exp: SECONDS + 1 } }).split('.');
      const [head, body] = issuer.authorization().split('.');
      return `${head}.${body}.${tail}`;
    },
  ],
];
