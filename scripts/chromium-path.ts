import { existsSync } from 'node:fs';

/**
 * Debian's Chromium without windows before the whole one: the same pages take half of the processor time (twenty-two tests of the
 * chat: 28 s against 50, 28 November 2026). Machines of public forges come with Chrome alone.
 */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Where Chromium is; `CHROMIUM_PATH` names another. Undefined when there is none. */
export function chromiumPath(): string | undefined {
  const { CHROMIUM_PATH: named } = process.env;
  return (named === undefined ? PROGRAMS : [named]).find(path => existsSync(path));
}
