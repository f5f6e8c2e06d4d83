// The whole service in Azure: az deployment group create -g RG -f deploy/azure/main.bicep -p name=porrasbotti image=… …
// A managed identity is the bot's app: there is no secret to keep, to rotate or to lose.
targetScope = 'resourceGroup'

@description('Begins the name of every resource; the bot and the web app need names that nobody else has.')
@minLength(3)
@maxLength(24)
param name string

param location string = resourceGroup().location

@description('The image to run, such as registry.example.fi/porrasbotti:0.1.0')
param image string

@description('The address people and Teams reach the service at. Empty: the web app\'s own.')
param publicUrl string = ''

@description('redis://, rediss://, redis+sentinel:// or redis+cluster://, with noeviction and an append-only file. It holds a password.')
@secure()
param redisUrl string

@description('Password of /staff and /metrics, 16 characters or more.')
@secure()
@minLength(16)
param staffPassword string

@description('The authority\'s name, the contact and the role: CONTACT_UNIT and the others of .env.example, by their names.')
param authority object

@description('How many processes share the load. Two let one be replaced while the other serves.')
@minValue(2)
param instances int = 2

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

module site 'app-service.bicep' = {
  name: 'app-service'
  params: {
    name: name
    location: location
    image: image
    instances: instances
    identityId: identity.id
    publicUrl: publicUrl
    settings: union(authority, {
      MicrosoftAppId: identity.properties.clientId
      MicrosoftAppTenantId: identity.properties.tenantId
      MicrosoftAppType: 'UserAssignedMSI'
      REDIS_URL: redisUrl
      STAFF_PASSWORD: staffPassword
    })
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    endpoint: '${site.outputs.url}/api/messages'
    identityId: identity.id
    appId: identity.properties.clientId
    tenantId: identity.properties.tenantId
  }
}

output url string = site.outputs.url
output appId string = identity.properties.clientId
