/** The page of many fields over the wire: who may see and write it, and that what is written is written once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readTable } from '../catalogue/table.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { makeMunicipality } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer } from '../support/register-server.ts';
import { openChat, type Robot } from '../support/robot.ts';
import { until } from '../support/until.ts';

let app: AppInProcess;
let register: RegisterServer;

beforeAll(async () => {
  register = await startRegisterServer({ pageSize: 60 });
  register.set('091', makeMunicipality({ code: '091', name: 'Helsinki', table: readTable('labelled') }));
  app = await appInProcess({ PTV_URL: register.url });
});

afterAll(async () => {
  await app.close();
  await register.close();
});

const GRID = '/api/grid/workbook/work.statuses';
const STATUS = 'work.job-matching.status';

const offerSchema = z.looseObject({
  surety: z.enum(['sure', 'unsure']),
  cells: z.array(z.looseObject({ key: z.string(), text: z.string(), said: z.string() })),
});
const nowSchema = z.looseObject({
  values: z.record(
    z.string(),
    z.object({ value: z.string(), text: z.string(), source: z.string().optional() }),
  ),
  offers: z.array(offerSchema).optional(),
});
const answerSchema = z.looseObject({
  grid: z.looseObject({ now: nowSchema, fill: z.string().optional() }).optional(),
  now: nowSchema.optional(),
  problems: z.array(z.unknown()).optional(),
  told: z.array(z.string()).optional(),
  waiting: z.literal(true).optional(),
});

async function call(robot: Pick<Robot, 'token'>, body?: unknown, path = GRID) {
  const response = await fetch(app.address + path, {
    headers: { authorization: `Bearer ${robot.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, body: answerSchema.parse(await response.json()) };
}

const inUse = (id: string = randomUUID(), was?: string) => ({
  id,
  cells: [{ key: STATUS, text: 'inuse', ...(was !== undefined && { was }) }],
});

describe('the fields of a conversation', () => {
  it('are shown and written in the language of the page, and the figures grow', async () => {
    const robot = await openChat(app.address, {});
    const shown = await call(robot, undefined, `${GRID}?lang=sv`);
    expect(shown.body.grid).toMatchObject({ title: 'Arbete och företagande', now: { values: {} } });
    const { status, body } = await call(robot, inUse());
    expect([status, body.problems]).toEqual([200, []]);
    expect(body.now).toMatchObject({
      values: { [STATUS]: { value: 'inuse', text: 'inuse' } },
      figures: expect.stringMatching(/Kattavuus 100\s%/),
    });
    const again = await call(robot);
    expect(again.body.grid?.now).toEqual(body.now);
  });

  it('are the answers of the chat: it tells of them, and what it takes is shown here', async () => {
    const robot = await openChat(app.address, {});
    await call(robot, inUse());
    await robot.send('työkirja');
    await robot.send('starttiraha suunnitteilla');
    const { body } = await call(robot);
    expect(body.grid?.now.values).toMatchObject({
      [STATUS]: { value: 'inuse' },
      'work.startup-grants.status': { value: 'planned' },
    });
  });

  it('are written once, however often the same is sent', async () => {
    const robot = await openChat(app.address, {});
    const id = randomUUID();
    const first = await call(robot, inUse(id));
    await call(robot, { id: randomUUID(), cells: [{ key: STATUS, text: 'none', was: 'inuse' }] });
    const repeated = await call(robot, inUse(id));
    expect([first.body.problems, repeated.body.problems]).toEqual([[], []]);
    expect(repeated.body.now?.values[STATUS]?.value).toBe('none');
  });

  it('are refused with the reason in words, and what counts now', async () => {
    const robot = await openChat(app.address, {});
    await call(robot, inUse());
    const { body } = await call(robot, { id: randomUUID(), cells: [{ key: STATUS, text: 'none' }] });
    expect(body).toMatchObject({
      problems: [
        { key: STATUS, problem: 'changed-since', text: expect.stringContaining('muutettu muualla') },
      ],
      now: { values: { [STATUS]: { value: 'inuse' } } },
    });
  });
});

describe('what Palvelutietovaranto tells', () => {
  const fill = (robot: Robot) => call(robot, { id: randomUUID() }, `${GRID}/fill`);
  const named = async () => {
    const robot = await openChat(app.address, {});
    await robot.send({ do: 'command', name: 'prefill' });
    await robot.send('Helsinki');
    return robot;
  };

  it('is asked for once the municipality is chosen, laid over the fields, and accepted with its source', async () => {
    const before = await openChat(app.address, {});
    expect((await call(before)).body.grid?.fill).toBeUndefined();
    const robot = await named();
    expect((await call(robot)).body.grid?.fill).toBe('Täytä pohja Palvelutietovarannosta (Helsinki)');
    const asked: Awaited<ReturnType<typeof fill>>[] = [];
    await until(async () => {
      asked.push(await fill(robot));
      return asked.at(-1)?.body.waiting === undefined;
    });
    const { now, told } = asked.at(-1)?.body ?? {};
    expect(now?.values).toEqual({});
    expect(told?.at(-1)).toMatch(/^Palvelutietovarannon ehdotukset ovat nyt taulukossa: varmoja [1-9]/);
    const offer = now?.offers?.find(({ surety }) => surety === 'sure');
    if (!offer) throw new Error('nothing is sure');
    const source = /Palvelutietovaranto, [\d.]+$/.exec(offer.cells[0]?.said ?? '')?.[0];
    // After a reload they are there still, and nobody is asked again.
    const calls = register.asked.length;
    expect((await call(robot)).body.grid?.now.offers).toEqual(now?.offers);
    const cells = offer.cells.map(({ key, text }) => ({ key, text, told: 'register' }));
    const { body } = await call(robot, { id: randomUUID(), cells });
    for (const { key, text } of offer.cells)
      expect(body.now?.values[key]).toEqual({ value: text, text, source });
    expect(body.now?.offers).toHaveLength((now?.offers?.length ?? 0) - 1);
    expect(register.asked).toHaveLength(calls);
    // The municipality's code, and nothing of the person.
    for (const path of register.asked)
      expect(path).toMatch(/^\/api\/v11\/Service(Channel)?\/list\/area\/Municipality\/code\/091\?page=\d+$/);
  });

  it('is not told before the municipality is chosen', async () => {
    const { status, body } = await fill(await openChat(app.address, {}));
    expect([status, body.waiting, body.now?.values]).toEqual([200, undefined, {}]);
    expect(body.now?.offers).toBeUndefined();
  });

  it('is refused where the request is none', async () => {
    const robot = await openChat(app.address, {});
    expect((await call(robot, { id: 'a b' }, `${GRID}/fill`)).status).toBe(400);
    expect((await call(robot, { id: randomUUID() }, '/api/grid/workbook/areas/fill')).status).toBe(404);
    expect((await call({ token: 'none' }, { id: randomUUID() }, `${GRID}/fill`)).status).toBe(401);
  });
});

describe('nobody gets at them', () => {
  it.each(['nonsense', 'a.b.c'])('with the token %s', async token => {
    expect((await call({ token })).status).toBe(401);
    expect((await call({ token }, inUse())).status).toBe(401);
  });

  it('through another conversation', async () => {
    const [mine, other] = [await openChat(app.address, {}), await openChat(app.address, {})];
    await call(mine, inUse());
    expect((await call(other)).body.grid?.now.values).toEqual({});
  });
});

it.each([
  ['no body', null, 400],
  ['no cells', { id: randomUUID(), cells: [] }, 400],
  ['an id that is none', { ...inUse(), id: 'a b' }, 400],
  ['what is not asked for', { ...inUse(), more: 1 }, 400],
  ['a key that is none', { id: randomUUID(), cells: [{ key: '__proto__ x', text: 'a' }] }, 400],
])('%s is refused', async (_, body, status) => {
  const robot = await openChat(app.address, {});
  expect((await call(robot, body)).status).toBe(status);
});

it.each([
  '/api/grid/workbook/work.nothing',
  '/api/grid/workbook/areas',
  '/api/grid/nothing/work.statuses',
  '/api/grid/workbook/__proto__',
])('%s is not there', async path => {
  const robot = await openChat(app.address, {});
  expect((await call(robot, undefined, path)).status).toBe(404);
  expect((await call(robot, inUse(), path)).status).toBe(404);
});

it('the page holds no conversation, no token and nothing inline, and lies in nobody’s frame', async () => {
  const response = await fetch(`${app.address}/grid/workbook/work.statuses?lang=sv`);
  const html = await response.text();
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(html).toContain('<html lang="sv"');
  expect(html).not.toMatch(/<script(?![^>]*(src=|application\/json))|style=|onclick=/);
  expect((await fetch(`${app.address}/grid/workbook/nothing`)).status).toBe(404);
});
