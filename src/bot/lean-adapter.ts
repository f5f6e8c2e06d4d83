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
import type { BotAnswer } from './bot-answer.ts';
import { type Credentials, sdkSettings } from './credentials.ts';
import type { IncomingActivity } from './incoming-activity.ts';

export class LeanAdapter extends CloudAdapter {
  readonly #authentication: SharedClients;
  readonly #appId: string;
  #caller: ReturnType<LeanAdapter['callerOf']> | undefined;

  /** Throws when the credentials are incomplete. */
  constructor(credentials: Credentials) {
    const authentication = new SharedClients(sdkSettings(credentials));
    super(authentication);
    this.#authentication = authentication;
    this.#appId = credentials.kind === 'app' ? credentials.appId : '';
  }

  /** Runs one turn for a caller the guard has let in. Undefined when there is nothing to put in the answer. */
  async turn(
    activity: IncomingActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<BotAnswer | undefined> {
    this.#caller ??= this.callerOf();
    return this.processActivity(await this.#caller, asActivity.parse(activity), logic);
  }

  private async callerOf() {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const client = await this.#authentication.createConnectorFactory(claimsIdentity).create(SERVICE, SERVICE);
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
