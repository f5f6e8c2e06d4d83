/** A workshop in real browsers: begun in a chat, joined by a link, led from its page, shown on a wall and on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { openChat, text, visitor } from './chat-page.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await builtServer();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.remove();
});

describe('a workshop', () => {
  it('is begun in a chat, joined by its link, and led from its page to one result', async () => {
    const lead = await openChat(await visitor(browser), server.address);
    await lead.press(text('bot:commands.workshop'));
    await lead.card().getByLabel(text('workshop:choose.what')).selectOption('quick-check/all');
    await lead.press(text('workshop:choose.start'));
    const link = lead.page.getByRole('link', { name: text('workshop:led.page') });
    const [, key = ''] = (await link.getAttribute('href'))?.split('#') ?? [];
    const wall = await (await visitor(browser, { width: 1920, height: 1080 })).newPage();
    await wall.goto(`${server.address}/workshop?lang=fi#${key}`);
    const code = (await wall.locator('.workshop-code').textContent()) ?? '';
    expect(await accessibilityProblems(wall)).toEqual([]);
    for (const need of ['Kyllä', 'Ei', 'Ei']) {
      const member = await openChat(
        await visitor(browser, { width: 390 }),
        server.address,
        `/#workshop=${code}`,
      );
      await member.page.getByText(text('workshop:ballot.about')).waitFor();
      for (const select of await member.card().locator('select').all())
        await select.selectOption({ label: (await select.locator('option').allTextContents()).at(-1) ?? '' });
      await member.card().locator('select').first().selectOption({ label: need });
      await member.press(text('workshop:ballot.submit'));
      await member.page.getByText(text('workshop:ballot.noted'), { exact: true }).waitFor();
      expect(member.page.url()).not.toContain('#');
      expect(member.troubles).toEqual([]);
      await member.page.context().close();
    }
    await expect.poll(() => wall.locator('.workshop-number strong').textContent()).toBe('3');
    await wall.getByRole('button', { name: text('workshop:page.reveal') }).click();
    await wall.locator('.workshop-spreads > li').first().waitFor();
    // On the wall, without anybody scrolling: how many, the stair, what views part on, and the way in for who comes late.
    for (const part of [
      '.workshop-number',
      '.workshop-stair img',
      '.workshop-chosen',
      '.workshop-late img',
    ]) {
      const box = await wall.locator(part).first().boundingBox();
      expect(box && box.y + box.height, part).toBeLessThanOrEqual(1080);
    }
    expect(await accessibilityProblems(wall)).toEqual([]);
    await wall.setViewportSize({ width: 320, height: 640 });
    expect(await accessibilityProblems(wall)).toEqual([]);
    expect(await wall.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    wall.on('dialog', dialog => void dialog.accept());
    await wall.getByRole('button', { name: text('workshop:page.lock') }).click();
    const says = text('workshop:consensus.title', 'fi', { count: 3 });
    await wall.locator('.workshop-result').getByText(says).waitFor();
    expect(await accessibilityProblems(wall)).toEqual([]);
    await lead.page.getByText(says).waitFor();
    expect(lead.troubles).toEqual([]);
  });
});
