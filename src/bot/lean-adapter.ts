/**
 * The SDK's adapter with the clients it would build for every turn built once, or never. Who called has been
 * settled by the guard and replies are sent after the save, so of the SDK's turn what remains is its context:
 * the conversation's addresses, and the buffer for callers that expect the replies in the answer.
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { type Credentials, sdkSettings } from './credentials.ts';
import type { IncomingActivity } from './incoming-activity.ts';

export interface TurnAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export class LeanAdapter extends CloudAdapter {
  readonly #caller: ReturnType<LeanAdapter['callerOf']>;

  constructor(credentials: Credentials) {
    const authentication = new SharedClients(sdkSettings(credentials));
    super(authentication);
    this.#caller = this.callerOf(authentication, credentials.kind === 'app' ? credentials.appId : '');
  }

  /** Runs one turn for a caller the guard has let in. Undefined when there is nothing to put in the answer. */
  async turn(
    activity: IncomingActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnAnswer | undefined> {
    return this.processActivity(await this.#caller, asActivity.parse(activity), logic);
  }

  private async callerOf(authentication: SharedClients, appId: string) {
    const claimsIdentity = this.createClaimsIdentity(appId);
    const client = await authentication.createConnectorFactory(claimsIdentity).create(SERVICE, SERVICE);
    return { audience: SERVICE, claimsIdentity, connectorFactory: { create: async () => client } };
  }
}

const SERVICE = 'https://api.botframework.com';

/** The SDK's type asks for fields that no channel sends; all that is read of it has been parsed. */
const asActivity = z.custom<Activity>();

class SharedClients extends ConfigurationBotFrameworkAuthentication {
  #userTokens: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | undefined;

  override createUserTokenClient(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.#userTokens ??= super.createUserTokenClient(...identity);
    return this.#userTokens;
  }
}
