/** The bot's own token for sending, from Microsoft Entra ID by way of the SDK, which keeps it until it runs out. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { z } from 'zod';
import { type Credentials, checkCredentials, sdkSettings } from './credentials.ts';

const SCOPE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

/** Throws when the credentials are incomplete. The returned function rejects when no token can be had. */
export function createAccessToken(credentials: Credentials): () => Promise<string | undefined> {
  if (credentials.kind === 'none') return async () => undefined;
  checkCredentials(credentials);
  const { appId } = credentials;
  const factory = new ConfigurationServiceClientCredentialFactory(sdkSettings(credentials));
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const source = await factory.createCredentials(appId, SCOPE, LOGIN, true);
    if (!('getToken' in source) || typeof source.getToken !== 'function') throw new Error('no token source');
    return z
      .string()
      .min(1)
      .parse(await source.getToken());
  }

  // One request at a time: ten replies that wait for a token would make the SDK ask Entra ID ten times.
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
