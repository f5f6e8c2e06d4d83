/** What looks alike for everybody is drawn once, in our own chat as in Teams: a caching that never met again was half of a turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDrawing, type Drawing } from '../../src/app/drawing.ts';
import { type Foundation, layFoundation } from '../../src/app/foundation.ts';
import { readConfig } from '../../src/config.ts';
import { CHANNEL } from '../../src/directline/conversation-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'drawn-once-'));
let foundation: Foundation;
let drawing: Drawing;

beforeAll(async () => {
  foundation = await layFoundation(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), () => 0);
  drawing = createDrawing(foundation);
});
afterAll(async () => {
  await foundation.store.close();
  rmSync(folder, { recursive: true });
});

const said = { locale: 'fi', reply: { kind: 'notice', notice: 'withdrawn' } } as const;

test.each([CHANNEL, 'msteams'])('%s: the same reply to two people is one drawing', channel => {
  const [one, other] = ['c1', 'c2'].map(conversation =>
    drawing.draw(said, 'cards', { channel, conversation }),
  );
  expect(one).toBeDefined();
  expect(one).toBe(other);
});
