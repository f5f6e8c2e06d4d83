// The web app that runs the image, and its plan. WebSockets on, no sticky sessions, health by /readyz.
param name string
param location string
param image string
param instances int
param identityId string
param publicUrl string

@description('What the bot is told beside what is the same for every web app.')
@secure()
param settings object

var url = empty(publicUrl) ? 'https://${name}.azurewebsites.net' : publicUrl

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: 'P0v3', capacity: instances }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOCKER|${image}'
      alwaysOn: true
      webSocketsEnabled: true
      http20Enabled: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/readyz'
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, {
    NODE_ENV: 'production'
    HOST: '0.0.0.0'
    PORT: '3978'
    PUBLIC_URL: url
    // The front ends of App Service stand in front, on addresses of their own network.
    TRUSTED_PROXIES: '10.0.0.0/8,169.254.0.0/16,172.16.0.0/12'
    WEBSITES_PORT: '3978'
    WEBSITES_ENABLE_APP_SERVICE_STORAGE: 'false'
  })
}

output url string = url
