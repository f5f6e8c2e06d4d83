import { describe, expect, it } from 'vitest';
import { readActivity } from '../../src/directline/incoming-activity.ts';

const limits = { textLength: 100, valueBytes: 400 };
const read = (body: unknown) => readActivity(body, limits);
const press = (value: unknown) => read({ type: 'message', value, channelData: { postBack: true } }).incoming;
const UNREADABLE = {
  kind: 'turn',
  input: { kind: 'unreadable' },
  echo: expect.not.objectContaining({ value: expect.anything() }),
};
const answer = { do: 'answer', step: 'need', nonce: '1a', value: 'yes' };

describe('an incoming message', () => {
  it('with text is read and echoed as plain text', () => {
    expect(read({ type: 'message', text: ' *kyllä* \u0000', locale: 'fi-FI' })).toEqual({
      incoming: {
        kind: 'turn',
        input: { kind: 'text', text: ' *kyllä* ' },
        echo: { type: 'message', text: ' *kyllä* ', textFormat: 'plain' },
      },
      clientActivityID: undefined,
      locale: 'fi',
    });
  });

  it.each([
    '7QF9-9XM2-K3JD-00AB-CDEF-GHJK-MNPQ',
    'koodi: 7qf9-9xm2-k3jd-00ab-cdef-ghjk-mnpq',
    '7QF99XM2K3JD00ABCDEFGHJKMNPQ',
    '7QF9 9XM2 K3JD OOAB CDEF GHJK MNPQ.',
    'Tässä se on, 7QF9–9XM2–K3JD–00AB–CDEF–GHJK–MNPQ, ja jatketaan siitä mihin jäätiin',
  ])('with the code of kept results is echoed, and so kept, without it: %s', text => {
    const { incoming } = read({ type: 'message', text });
    expect(incoming).toMatchObject({
      input: { kind: 'resume-code', code: '7QF9-9XM2-K3JD-00AB-CDEF-GHJK-MNPQ' },
    });
    expect(JSON.stringify('echo' in incoming && incoming.echo)).not.toMatch(/9XM2|GHJK/i);
  });

  it('with a button’s value is read as a press', () => {
    expect(press(answer)).toEqual({
      kind: 'turn',
      input: { kind: 'press', press: answer },
      echo: { type: 'message', value: answer, channelData: { postBack: true } },
    });
  });

  it('with a form’s value is read with its inputs, cleaned', () => {
    const form = { do: 'form', step: 'phases', nonce: '2', 'phase-handling': 'full', note: 'a\u202eb' };
    expect(press(form)).toMatchObject({ input: { press: { ...form, note: 'ab' } } });
  });

  it('keeps the words a button shows in place of its value', () => {
    const channelData = { messageBack: { displayText: 'Kyllä' } };
    const { incoming } = read({ type: 'message', text: 'kyllä', value: answer, channelData });
    expect(incoming).toMatchObject({ input: { kind: 'press' }, echo: { text: 'kyllä', channelData } });
  });

  it('drops every field that is not on the list', () => {
    const hostile = {
      type: 'message',
      text: 'a',
      id: 'mine',
      from: { id: 'dl_other', role: 'bot' },
      conversation: { id: 'other' },
      recipient: { id: 'x' },
      serviceUrl: 'http://169.254.169.254/',
      channelId: 'msteams',
      timestamp: '1999-01-01T00:00:00Z',
      replyToId: '1',
      attachments: [{ contentType: 'text/html', content: '<script>' }],
      entities: [{ type: 'mention' }],
      textFormat: 'xml',
      suggestedActions: { actions: [] },
      channelData: { clientActivityID: 'abc', 'webchat:sequence-id': 1, tenant: { id: 'x' } },
    };
    const { incoming, clientActivityID } = read(hostile);
    expect(clientActivityID).toBe('abc');
    expect(incoming).toMatchObject({
      echo: { type: 'message', text: 'a', textFormat: 'plain', channelData: { clientActivityID: 'abc' } },
    });
    expect(JSON.stringify(incoming)).not.toMatch(
      /169|msteams|dl_other|script|mention|xml|sequence|tenant|1999/,
    );
  });

  it.each([
    ['an unknown command', { do: 'drop-tables' }],
    ['an id that is none', { ...answer, step: 'Ei Ole' }],
    ['a nonce that is none', { ...answer, nonce: '../..' }],
    ['an answer of the wrong type', { ...answer, value: { $gt: '' } }],
    ['an answer that is a list', { ...answer, value: ['yes'] }],
    [
      'a polluted prototype',
      JSON.parse('{"do":"form","step":"phases","nonce":"1","__proto__":{"admin":true}}'),
    ],
    ['a polluted prototype of text', JSON.parse('{"do":"form","step":"phases","nonce":"1","__proto__":"x"}')],
    ['a constructor', { do: 'form', step: 'phases', nonce: '1', constructor: 'x' }],
    ['too many bytes', { do: 'form', step: 'phases', nonce: '1', a: 'ä'.repeat(200) }],
    ['a list', [answer]],
    ['a string', 'yes'],
    ['a number', 3],
    ['false', false],
    [
      'something nested a hundred thousand deep',
      JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    ],
  ])('whose value is %s is unreadable, and not echoed', (_what, value) => {
    expect(press(value)).toEqual(UNREADABLE);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a string', 'hei'],
    ['no type', { text: 'hei' }],
    ['a type that is an object', { type: { $ne: null }, text: 'hei' }],
    ['text that is a number', { type: 'message', text: 5 }],
  ])('that is %s is refused', (_what, body) => {
    expect(() => read(body)).toThrow('BadArgument');
  });

  it.each([
    ['neither text nor value', {}],
    ['empty text', { text: '' }],
    ['spaces only', { text: ' \n ' }],
    ['nothing left after cleaning', { text: '\u0000\u202e' }],
  ])('with %s is refused as empty', (_what, fields) => {
    expect(() => read({ type: 'message', ...fields })).toThrow('EmptyMessage');
  });

  it('may be as long as the limit after cleaning, and no longer', () => {
    expect(read({ type: 'message', text: `${'a'.repeat(100)}\u0000` }).incoming.kind).toBe('turn');
    expect(() => read({ type: 'message', text: 'a'.repeat(101) })).toThrow('MessageTooLong');
    expect(() => read({ type: 'message', text: '\u0000'.repeat(1_000_000) })).toThrow('MessageTooLong');
  });

  it.each(['', 'x'.repeat(65), 'a b', 'ä', 'a\nb', 5, null, {}])(
    'with the unusable client id %j is treated as having none',
    clientActivityID => {
      const activity = read({ type: 'message', text: 'a', channelData: { clientActivityID } });
      expect(activity.clientActivityID).toBeUndefined();
    },
  );
});

describe('an incoming event, or whatever else', () => {
  it.each(['fi', 'sv', 'en', 'sv-FI'])('naming the language %s switches to it', value => {
    const press = { do: 'locale', value: value.slice(0, 2) };
    expect(read({ type: 'event', name: 'locale', value }).incoming).toEqual({
      kind: 'turn',
      input: { kind: 'press', press },
      echo: { type: 'event', name: 'locale', value: press.value },
    });
  });

  it.each<[string, object]>([
    ['an event for a language that is none of ours', { type: 'event', name: 'locale', value: 'de' }],
    ['an event for no language at all', { type: 'event', name: 'locale', value: { toString: 'fi' } }],
    ['another event', { type: 'event', name: 'webchat/join' }],
    ['a sign-in event', { type: 'event', name: 'tokens/response', value: { token: 'x' } }],
    ['typing', { type: 'typing' }],
    ['invoke', { type: 'invoke', name: 'signin/verifyState', value: {} }],
    ['endOfConversation', { type: 'endOfConversation' }],
    ['installationUpdate', { type: 'installationUpdate', action: 'add' }],
    ['conversationUpdate', { type: 'conversationUpdate', membersAdded: [{ id: 'porrasbotti' }] }],
    ['an inherited name', { type: '__proto__' }],
  ])('%s means nothing here', (_what, body) => {
    expect(read(body).incoming).toEqual({ kind: 'ignored' });
  });
});
