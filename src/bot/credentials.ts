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
