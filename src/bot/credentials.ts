/** As whom the bot speaks to Bot Framework. `none` is for development only: the caller decides where it may stand. */
export type Credentials =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'app';
      readonly appId: string;
      /** MultiTenant only for registrations that are so already: new ones cannot be. */
      readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
      readonly appPassword?: string;
      readonly tenantId?: string;
    };

/** Throws for what the SDK would refuse once the first reply is sent: at the start somebody is there to read it. */
export function checkCredentials(credentials: Credentials): void {
  if (credentials.kind === 'none') return;
  const { appType, appId, appPassword, tenantId } = credentials;
  if (appType === 'MultiTenant') return;
  if (!isGiven(appId)) throw new Error(`MicrosoftAppId is needed for ${appType}`);
  if (!isGiven(tenantId)) throw new Error(`MicrosoftAppTenantId is needed for ${appType}`);
  if (appType === 'SingleTenant' && !isGiven(appPassword))
    throw new Error('MicrosoftAppPassword is needed for SingleTenant');
  if (appType === 'UserAssignedMSI' && isGiven(appPassword))
    throw new Error('MicrosoftAppPassword must be left out for UserAssignedMSI');
}

function isGiven(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

/** The names the SDK knows them by. */
export function sdkSettings(credentials: Credentials): Record<string, string> {
  if (credentials.kind === 'none') return {};
  const { appId, appType, appPassword, tenantId } = credentials;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  };
}
