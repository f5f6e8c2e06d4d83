import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type AppOptions, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { webFolder } from './web-folder.ts';

// A whole server on a busy machine takes its time, and time decides none of these tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The whole server in this process: real HTTP on a free loopback port, a real embedded store of its own. */
export interface AppInProcess {
  /** Without a trailing slash. */
  readonly address: string;
  /** Folder of the embedded store. */
  readonly dataDir: string;
  /** What the server takes for the time, epoch milliseconds: change it to let time pass. */
  readonly clock: { now: number };
  close(): Promise<void>;
}

/** The contact of an authority that is none. */
export const AUTHORITY = {
  AUTHORITY_NAME: 'Koekunta',
  CONTACT_UNIT: 'Kokeilun neuvonta',
  CONTACT_PHONE: '08 123 4567',
  CONTACT_EMAIL: 'neuvonta@koekunta.example',
  CONTACT_FORM_URL: 'https://koekunta.example/yhteys',
  CONTACT_HOURS: 'ma–pe 9–15',
  RESPONSIBLE_ROLE: 'Kokeilun sisältövastaava',
} as const;

/** Starts it with these settings over those of a test; whoever starts it closes it. */
export async function appInProcess(
  settings: Readonly<Record<string, string>> = {},
  { outside, webFolder: given }: Pick<AppOptions, 'outside' | 'webFolder'> = {},
): Promise<AppInProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'porrasbotti-app-'));
  const web = webFolder();
  const clock = { now: Date.UTC(2026, 10, 22, 10) };
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    ...AUTHORITY,
    ...settings,
  });
  const app = await createApp(config, {
    now: () => clock.now,
    webFolder: given ?? web.folder,
    ...(outside && { outside }),
  });
  const address = await app.listen();
  return {
    address: address.replace('localhost', '127.0.0.1'),
    dataDir,
    clock,
    close: async () => {
      await app.close();
      web.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
