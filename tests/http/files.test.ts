/** A person's own files: opened by their own link alone, and harmless whatever was written into the conversation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { createSealer } from '../../src/directline/sealed-token.ts';
import { createFileKeys } from '../../src/http/file-keys.ts';
import { transcriptHtml } from '../../src/reports/transcript/transcript-html.ts';
import { transcriptText } from '../../src/reports/transcript/transcript-text.ts';
import { fileLinks, type Person, personAt } from '../law/person.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';

const SECRET = 'allekirjoitussalaisuus-testeihin-0123456789';
const HOUR_MS = 3_600_000;
let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess({ CHAT_TOKEN_SECRET: SECRET });
});

afterAll(() => app.close());

async function linksOf(person: Person): Promise<{ html: string; text: string; key: string }> {
  const [html = '', text = ''] = fileLinks(await person.say('tallenna keskustelu'));
  return { html, text, key: new URL(html).searchParams.get('key') ?? '' };
}

/** Asks for a file with this key; undefined asks without any. */
async function status(key: string | undefined, name = 'conversation.txt'): Promise<number> {
  const query = key === undefined ? '' : `?key=${encodeURIComponent(key)}`;
  const response = await fetch(`${app.address}/files/${name}${query}`);
  const body = await response.text();
  if (response.status === 404) {
    const expired = LOCALES.map(locale => content.translate(locale)('files:expired'));
    expect(expired.every(words => body.includes(words)) || body.includes('NotFound')).toBe(true);
  }
  return response.status;
}

describe('a link', () => {
  it('opens the conversation it was given in, for a day and not longer', async () => {
    const { key } = await linksOf(await personAt(app.address));
    expect(await status(key)).toBe(200);
    app.clock.now += 24 * HOUR_MS - 1000;
    expect(await status(key)).toBe(200);
    app.clock.now += 1000;
    expect(await status(key)).toBe(404);
    app.clock.now -= 24 * HOUR_MS;
  });

  it('opens no other conversation', async () => {
    const [mine, other] = [await personAt(app.address), await personAt(app.address)];
    await mine.say('Oma-merkki');
    await other.say('Vieras-merkki');
    const file = await (await fetch((await linksOf(mine)).text)).text();
    expect([file.includes('Oma-merkki'), file.includes('Vieras-merkki')]).toEqual([true, false]);
  });

  it('opens nothing any more once the conversation has been erased', async () => {
    const person = await personAt(app.address);
    await person.say('Pois-merkki');
    const { text } = await linksOf(person);
    const laterPart = content.translate('fi')('files:transcript.later-part');
    expect(await (await fetch(text)).text()).not.toContain(laterPart);
    await person.say('poista tietoni');
    await person.say('kyllä');
    const left = await (await fetch(text)).text();
    expect([left.includes('Pois-merkki'), left.includes(laterPart)]).toEqual([false, true]);
  });

  it('that was tampered with, or is none of ours, opens nothing', async () => {
    const person = await personAt(app.address);
    const { key } = await linksOf(person);
    const [head, claims, signature] = key.split('.');
    const changed = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()),
        conversation: 'other',
      }),
    ).toString('base64url');
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const keys = {
      none: undefined,
      empty: '',
      'cut short': key.slice(0, -1),
      'one letter changed': key.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
      'with other claims': `${head}.${changed}.${signature}`,
      unsigned: `${unsigned}.${claims}.`,
      'signed by others': createFileKeys(
        createSealer(() => [`${SECRET}!`]),
        () => app.clock.now,
      ).issue({
        channel: 'directline',
        conversation: person.conversationId,
      }),
      'line breaks': 'a\r\nSet-Cookie: a=b',
      long: 'x'.repeat(8000),
    };
    for (const [name, value] of Object.entries(keys))
      expect([name, await status(value)]).toEqual([name, 404]);
    expect(await status(key)).toBe(200);
  });

  it('is not the token of the chat, nor what the page keeps for coming back', async () => {
    const response = await fetch(`${app.address}/api/chat/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { token, resume } = z
      .object({ token: z.string(), resume: z.string() })
      .parse(await response.json());
    expect([await status(token), await status(resume)]).toEqual([404, 404]);
  });

  it('signed by us for something else opens nothing', async () => {
    const person = await personAt(app.address);
    const exp = Math.floor(app.clock.now / 1000) + 3600;
    const claims = { channel: 'directline', conversation: person.conversationId, exp };
    const sealer = createSealer(() => [SECRET]);
    expect(await status(sealer.seal({ ...claims, purpose: 'files' }))).toBe(200);
    expect(await status(sealer.seal({ ...claims, purpose: 'chat' }))).toBe(404);
    expect(await status(sealer.seal(claims))).toBe(404);
  });

  it('signed by us for a conversation that is not there opens nothing', async () => {
    const keys = createFileKeys(
      createSealer(() => [SECRET]),
      () => app.clock.now,
    );
    for (const name of ['conversation.txt', 'conversation.html', 'result.txt', 'result.json']) {
      expect(await status(keys.issue({ channel: 'directline', conversation: 'none' }), name)).toBe(404);
    }
  });

  it('opens only files of known names', async () => {
    const { key } = await linksOf(await personAt(app.address));
    for (const name of [
      'conversation.pdf',
      'conversation',
      '..%2fconversation.txt',
      'result.txt',
      '%00',
      '',
    ]) {
      expect([name, await status(key, name)]).toEqual([name, 404]);
    }
  });
});

describe('a file', () => {
  it('is saved rather than shown, kept by no cache, and can do nothing if it is shown', async () => {
    const { html, text } = await linksOf(await personAt(app.address));
    for (const link of [html, text]) {
      const { headers } = await fetch(link);
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="porrasbotti-(?:[a-z-]+-)?conversation-\d{4}-\d\d-\d\d\.(?:html|txt)"$/,
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox$/);
    }
  });

  const HOSTILE = '</p><script>alert("x")</script><img src=x onerror=\'alert(1)\'> & {{publicUrl}}';

  it('shows hostile words as words', async () => {
    const person = await personAt(app.address);
    await person.say(HOSTILE);
    await person.say({ do: 'command', name: 'start' });
    await person.say('muistiinpano');
    await person.say(HOSTILE);
    const { html, text } = await linksOf(person);
    const page = await (await fetch(html)).text();
    expect(page).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; {{publicUrl}}',
    );
    expect(page).not.toMatch(/<script|<img/);
    expect(await (await fetch(text)).text()).toContain('<script>alert("x")</script>');
  });

  const CONTROLS = 'a\u0000b\u0007c\u001b[31md\u202ee\u200bf\u2028g\r\nh\ti\u009bj';

  it('drops characters that would rewrite what a terminal or an editor shows', async () => {
    const person = await personAt(app.address);
    await person.say(CONTROLS);
    const { html, text } = await linksOf(person);
    const plain = await (await fetch(text)).text();
    expect(unseen(plain.replace(/^\uFEFF/, ''))).toEqual([]);
    // A browser makes nothing of a tab or of a space without width.
    const inPage = unseen(await (await fetch(html)).text());
    expect(inPage.filter(character => !'\t\u200b'.includes(character))).toEqual([]);
  });

  it('does so even with what slipped into the store', () => {
    const exchange = {
      title: 'T',
      about: [],
      locale: 'fi',
      lines: [{ who: 'Sinä', when: 'nyt', text: `${HOSTILE}${CONTROLS}` }],
    };
    expect(unseen(transcriptText(exchange).replace(/^\uFEFF/, ''))).toEqual([]);
    expect(transcriptText(exchange)).toContain('  h');
    expect(transcriptHtml(exchange)).not.toMatch(/<script|<img/);
  });
});

/** Control and formatting characters but for the end of a line. */
function unseen(text: string): string[] {
  return (text.match(/[\p{Cc}\p{Cf}]/gu) ?? []).filter(character => character !== '\n');
}

describe('a conversation that changed its language', () => {
  it('says of each line of its page what language it is in', async () => {
    const person = await personAt(app.address);
    for (const words of ['aloita', 'ohita', 'på svenska']) await person.say(words);
    const { html } = await linksOf(person);
    const page = await (await fetch(html)).text();
    expect(page).toContain('<html lang="sv">');
    const lines = [...page.matchAll(/<p class="text"( lang="fi")?>([^<]*)/g)];
    const languageOf = (words: string) => {
      const line = lines.find(([, , text = '']) => text.includes(words));
      if (!line) throw new Error(`nobody said ${words}`);
      return line[1]?.trim() ?? 'of the page';
    };
    const question = (locale: Locale) => content.translate(locale)('quick-check:inputs.need.question');
    expect(languageOf(content.translate('fi')('bot:greeting.title'))).toBe('lang="fi"');
    expect(languageOf(question('fi'))).toBe('lang="fi"');
    expect(languageOf(question('sv'))).toBe('of the page');
  });
});

describe('a saved result', () => {
  it('bears the answers with their notes', async () => {
    const person = await personAt(app.address);
    for (const words of ['aloita', 'muistiinpano', 'strategian sivu 4', 'kyllä', 'näytä tulos'])
      await person.say(words);
    const links = fileLinks(await person.say('tallenna tulos'));
    const text = links.find(link => link.includes('result.txt')) ?? '';
    expect(await (await fetch(text)).text()).toContain('strategian sivu 4');
  });

  it('bears the notes of every area that was judged', async () => {
    const person = await personAt(app.address);
    for (const words of ['aloita', 'työ', 'jatka', 'muistiinpano', 'vain työstä', 'näytä tulos'])
      await person.say(words);
    for (const words of [
      'Arvioi toinen palvelualue',
      'kulttuuri',
      'jatka',
      'muistiinpano',
      'vain kulttuurista',
    ])
      await person.say(words);
    await person.say('näytä tulos');
    const links = fileLinks(await person.say('tallenna tulos'));
    const of = async (kind: string) =>
      (await fetch(links.find(link => link.includes(`result.${kind}`)) ?? '')).text();
    expect(await of('txt')).toMatch(/vain työstä.*vain kulttuurista/s);
    expect(JSON.parse(await of('json'))).toMatchObject({
      notes: { need: 'vain kulttuurista' },
      others: [{ answers: { judged: 'work' }, notes: { need: 'vain työstä' } }],
    });
  });
});
