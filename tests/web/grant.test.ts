import { expect, test } from 'vitest';
import { Refused, requestGrant } from '../../web/grant.ts';
import { createMemory, type Memory } from '../../web/memory.ts';

const ANSWER = { token: 't', conversationId: 'c', userId: 'u', expiresIn: 1800, resume: 'again' };

function memoryOf(values: Record<string, string> = {}): Memory {
  const shelf = new Map(Object.entries(values));
  return createMemory(() => ({
    getItem: name => shelf.get(name) ?? null,
    setItem: (name, value) => void shelf.set(name, value),
  }));
}

function answering(status: number, body: unknown) {
  const asked: unknown[] = [];
  const fetch = async (_url: unknown, init?: { body?: unknown }) => {
    asked.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(body), { status });
  };
  return { fetch, asked };
}

test('the first visit asks without a resume token and keeps the one it gets', async () => {
  const memory = memoryOf();
  const { fetch, asked } = answering(200, ANSWER);
  const grant = await requestGrant({ fetch, memory, locale: () => 'sv' });
  expect(grant).toEqual({ token: 't', conversationId: 'c' });
  expect(asked).toEqual([{ locale: 'sv' }]);
  expect(memory.read('resume')).toBe('again');
});

test('a later visit goes on with the same conversation', async () => {
  const { fetch, asked } = answering(200, ANSWER);
  await requestGrant({ fetch, memory: memoryOf({ 'porrasbotti.resume': 'before' }), locale: () => 'fi' });
  expect(asked).toEqual([{ locale: 'fi', resume: 'before' }]);
});

test('a refusal is told with its status', async () => {
  const { fetch } = answering(429, {});
  await expect(requestGrant({ fetch, memory: memoryOf(), locale: () => 'fi' })).rejects.toEqual(
    new Refused(429),
  );
});

test('an answer without a token is no grant', async () => {
  const { fetch } = answering(200, { conversationId: 'c' });
  await expect(requestGrant({ fetch, memory: memoryOf(), locale: () => 'fi' })).rejects.toBeInstanceOf(
    Refused,
  );
});

test('a browser that refuses storage still gets to chat', async () => {
  const { fetch } = answering(200, ANSWER);
  const memory = createMemory(() => {
    throw new Error('SecurityError');
  });
  await expect(requestGrant({ fetch, memory, locale: () => 'fi' })).resolves.toEqual({
    token: 't',
    conversationId: 'c',
  });
});
