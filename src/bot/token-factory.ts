/**
 * The SDK's tokens. The SDK is half of all our code and needed for nothing else, so this file is loaded when the first
 * token is needed, never at the start.
 */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { type Credentials, sdkSettings } from './credentials.ts';

export type TokenFactory = Pick<ConfigurationServiceClientCredentialFactory, 'createCredentials'>;

/** Throws when the credentials are incomplete. */
export function createTokenFactory(credentials: Credentials): TokenFactory {
  return new ConfigurationServiceClientCredentialFactory(sdkSettings(credentials));
}
