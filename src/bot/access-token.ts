/** The bot's own token for sending, from Microsoft Entra ID by way of the SDK, which keeps it until it runs out. */
import { type Credentials, checkCredentials } from './credentials.ts';

/** Throws when the credentials are incomplete. The returned function rejects when no token can be had. */
export function createAccessToken(credentials: Credentials): () => Promise<string | undefined> {
  if (credentials.kind === 'none') return async () => undefined;
  checkCredentials(credentials);
  let tokens: Promise<() => Promise<string>> | undefined;
  let asking: Promise<string> | undefined;
  const ask = async () => {
    tokens ??= import('./sdk-credentials.ts').then(({ tokensOf }) => tokensOf(credentials));
    return (await tokens)();
  };

  // One request at a time: ten replies that wait for a token would make the SDK ask Entra ID ten times.
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
