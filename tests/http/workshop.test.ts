/** A workshop over the wire: members in the web chat, and the page that leads it and shows it on the wall. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { buttonsIn, openChat, type Robot, type WireActivity } from '../support/robot.ts';

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const shownSchema = z.object({
  workshop: z.looseObject({
    phase: z.string(),
    answered: z.number(),
    holder: z.string(),
    code: z.string(),
    questions: z.array(z.looseObject({ key: z.string(), value: z.string(), label: z.string() })),
    numbers: z.array(z.looseObject({ key: z.string(), value: z.string() })),
    stair: z.looseObject({ url: z.string(), alt: z.string() }).optional(),
    result: z.array(z.looseObject({ block: z.string(), text: z.string().optional() })).optional(),
  }),
  refused: z.string().optional(),
  secret: z.string().optional(),
});

async function call(key: string, body?: unknown, locale = 'fi') {
  const response = await fetch(`${app.address}/api/workshop?lang=${locale}`, {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function done(key: string, body?: unknown, locale?: string) {
  const { status, body: answer } = await call(key, body, locale);
  expect(status).toBe(200);
  return shownSchema.parse(answer);
}

const wordsOf = (activities: readonly WireActivity[]) => JSON.stringify(activities);

/** A chat that begins a workshop; the key of its facilitator's page, and the code. */
async function begun(): Promise<{ lead: Robot; key: string; code: string }> {
  const lead = await openChat(app.address);
  await lead.send('työpaja');
  await lead.send({ do: 'workshop', act: 'start', what: 'quick-check/all' });
  const said = wordsOf(await lead.everything());
  const key = /\/workshop\?lang=fi#([\w-]{22}\.[\w-]{22})/.exec(said)?.[1];
  const code = /[A-Z]{4}-\d{4}/.exec(said)?.[0];
  if (!key || !code) throw new Error('no workshop was begun');
  return { lead, key, code };
}

async function member(code: string, answers: Readonly<Record<string, string>>): Promise<Robot> {
  const robot = await openChat(app.address);
  await robot.send({ do: 'workshop', act: 'join', what: code });
  const cast = buttonsIn(await robot.everything()).find(({ act }) => act === 'cast');
  const fields = Object.entries(answers).map(([key, value]) => [`q:${key}`, value]);
  expect(await robot.send({ ...cast, ...Object.fromEntries(fields) })).toMatchObject({ status: 200 });
  return robot;
}

const THREE = [
  { need: 'yes', plan: 'yes' },
  { need: 'yes', plan: 'no' },
  { need: 'yes', plan: 'no' },
];

describe('the page of a workshop', () => {
  it('is one page for all, with nothing in it of any: what opens one is behind the #', async () => {
    const response = await fetch(`${app.address}/workshop?lang=sv`);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(html).toContain('<html lang="sv" data-page="workshop">');
    expect(html).toContain('no-referrer');
  });

  it('has the way in as a picture, for codes alone', async () => {
    const response = await fetch(`${app.address}/workshop/qr/ABCD-2345`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg/);
    for (const code of ['ABCD', 'ABCD-2340', '%3Cscript%3E'])
      expect((await fetch(`${app.address}/workshop/qr/${code}`)).status).toBe(404);
  });

  it.each([
    ['nothing', '', 401],
    ['a chat’s token', 'eyJ.abc.def', 401],
    ['a workshop that is none', 'A'.repeat(22), 404],
  ])('opened with %s shows nothing', async (_, key, status) => {
    expect((await call(key)).status).toBe(status);
  });

  it('counts, shows, takes what is agreed on, and locks; the chat that began it then has the result', async () => {
    const { lead, key, code } = await begun();
    expect((await done(key)).workshop).toMatchObject({
      phase: 'open',
      answered: 0,
      holder: 'facilitator',
      code,
    });
    const [id = ''] = key.split('.');
    for (const [index, answers] of THREE.entries()) {
      expect(await done(key, { do: 'reveal' })).toMatchObject({ refused: 'too-few' });
      await member(code, answers);
      await expect.poll(async () => (await done(key)).workshop.answered).toBe(index + 1);
    }
    expect((await done(key)).workshop.questions).toEqual([]);
    const revealed = (await done(key, { do: 'reveal' })).workshop;
    expect(revealed.questions.map(one => `${one.key} ${one.value}`)).toEqual(['plan no', 'need yes']);
    expect(revealed.stair?.url).toBe('/pictures/stair/0-0.provisional.fi.png');
    const agreed = (await done(key, { do: 'agree', key: 'plan', value: 'partly' })).workshop;
    expect(agreed.questions[0]?.value).toBe('partly');
    await done(key, { do: 'agree', key: 'usage-rate', value: '81,5 %' });
    for (const wrong of ['maybe', '-5'])
      expect((await done(key, { do: 'agree', key: 'plan', value: wrong })).workshop.questions[0]?.value).toBe(
        'partly',
      );
    const locked = (await done(key, { do: 'lock' })).workshop;
    expect(locked).toMatchObject({ phase: 'locked', answered: 3 });
    expect(JSON.stringify(locked.result)).toContain('Tämä on ryhmän yhteinen arvio. Vastaajia oli 3.');
    const screen = (await done(id, undefined, 'sv')).workshop;
    expect(JSON.stringify(screen.result)).toContain('gruppens gemensamma bedömning');
    const said = await lead.everything();
    expect(wordsOf(said)).toContain('Tämä on ryhmän yhteinen arvio. Vastaajia oli 3.');
    expect(wordsOf(said)).toContain('osittain');
  });

  it('leads for who has the secret, and is everybody’s screen without it', async () => {
    const { key, code } = await begun();
    const [id = ''] = key.split('.');
    for (const answers of THREE) await member(code, answers);
    for (const [other, deed] of [
      [id, 'reveal'],
      [`${id}.${'A'.repeat(22)}`, 'lock'],
    ] as const)
      expect(await done(other, { do: deed })).toMatchObject({
        refused: 'not-yours',
        workshop: { holder: 'anybody', phase: 'open', questions: [] },
      });
  });

  it('hands over to somebody else, and is a screen from then on', async () => {
    const { lead, key } = await begun();
    const [id = ''] = key.split('.');
    const { secret } = await done(key, { do: 'hand-over' });
    expect((await done(`${id}.${secret}`)).workshop.holder).toBe('facilitator');
    expect((await done(key)).workshop.holder).toBe('anybody');
    await lead.send({ do: 'workshop', act: 'close', id });
    expect(wordsOf(await lead.everything())).toContain('Tätä työpajaa vetää joku muu.');
    expect((await done(`${id}.${secret}`, { do: 'close' })).workshop.phase).toBe('closed');
  });

  it.each([{ do: 'erase' }, { do: 'agree', key: 'plan' }, { do: 'lock', more: 1 }, [], 'lock'])(
    'takes nothing like %j',
    async body => {
      const { key } = await begun();
      expect((await call(key, body)).status).toBe(400);
    },
  );
});

describe('a member in the web chat', () => {
  it('leaves nothing in the chat of how they answered', async () => {
    const { code, key } = await begun();
    const robot = await member(code, { need: 'partly', plan: 'unknown' });
    const said = await robot.everything();
    const own = said.filter(({ from }) => from.role !== 'bot').map(({ value }) => value);
    expect(own).toContainEqual({ do: 'workshop', act: 'cast', id: key.split('.')[0] });
    expect(JSON.stringify(own)).not.toContain('q:');
    expect(wordsOf(said)).toContain('Vastauksesi on tallessa ilman nimeäsi.');
  });

  it('joins by the code in words, too', async () => {
    const { code } = await begun();
    const robot = await openChat(app.address);
    await robot.send(`työpaja ${code.toLowerCase()}`);
    expect(buttonsIn(await robot.everything()).some(({ act }) => act === 'cast')).toBe(true);
  });
});
