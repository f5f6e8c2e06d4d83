/** The SDK's ways to a token, in a file of their own: they bring Azure's clients along, which most starts can do without. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import * as z from 'zod';
import { type Credentials, sdkSettings } from './credentials.ts';

const SCOPE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

/** Asks for a token; the SDK keeps it until it runs out. Rejects when none can be had. */
export function tokensOf(credentials: Extract<Credentials, { kind: 'app' }>): () => Promise<string> {
  const factory = new ConfigurationServiceClientCredentialFactory(sdkSettings(credentials));
  return async () => {
    const source = await factory.createCredentials(credentials.appId, SCOPE, LOGIN, true);
    if (!('getToken' in source) || typeof source.getToken !== 'function') throw new Error('no token source');
    return z
      .string()
      .min(1)
      .parse(await source.getToken());
  };
}
