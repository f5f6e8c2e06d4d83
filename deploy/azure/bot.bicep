// The Azure Bot: what Teams knows of the service. Direct Line and Web Chat are left out: the service has its own.
param name string
param endpoint string
param identityId string
param appId string
param tenantId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'westeurope'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Porrasbotti'
    endpoint: endpoint
    msaAppType: 'UserAssignedMSI'
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: identityId
    isStreamingSupported: false
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'westeurope'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      acceptedTerms: true
      deploymentEnvironment: 'CommercialDeployment'
      isEnabled: true
    }
  }
}
