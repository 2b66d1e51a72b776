targetScope = 'subscription'

@description('Name of the azd environment; the resource group is called after it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region of all resources; it must offer the Flex Consumption plan.')
param location string

@description('Where records are kept: Azure Cosmos DB for NoSQL, or Azure Database for PostgreSQL.')
@allowed(['cosmos', 'postgres'])
param store string = 'cosmos'

@description('Puts the records store and the host\'s storage out of reach of the internet. Users\' files stay reachable: their links are used from anywhere.')
param privateNetworking bool = false

@description('Where the token issuer publishes its keys.')
param jwksUrl string

@description('What the claim iss of tokens must be.')
param issuer string

@description('What the claim aud of tokens must be or contain.')
param audience string

@description('With postgres, required: object id and name of the Entra group that administers the server.')
param postgresAdministratorGroupId string = ''
param postgresAdministratorGroupName string = ''

@description('The address that clients call, as https://files.example.com; empty: the function app\'s own.')
param publicUrl string = ''

@description('Browsers\' origins that may call the API and use its links, separated by commas.')
param corsOrigins string = ''

@description('The client id of the console at the OpenID Connect provider, the provider\'s address, and what is asked of it; empty: no console, and the default scope.')
param consoleClientId string = ''
param consoleAuthority string = ''
param consoleScope string = ''

@description('Who gets alerts by email; empty: they are only shown in the portal.')
param alertEmail string = ''

@description('Other FILEAPI_* settings by name, where a default does not suit. No secrets: everybody who may read deployments reads them.')
param otherSettings object = {}

@description('Instances kept warm for HTTP calls; each costs all the time.')
@minValue(0)
param alwaysReadyInstances int = 0

// PostgreSQL lets in one address; a function app has one of its own only by way of a network.
var usesNetwork = privateNetworking || store == 'postgres'

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))
var appName = 'func-${token}'
// The console sends bytes to blob storage from the API's own address.
var consoleOrigins = empty(consoleClientId) ? [] : [empty(publicUrl) ? 'https://${appName}.azurewebsites.net' : publicUrl]
var origins = union(empty(corsOrigins) ? [] : map(split(corsOrigins, ','), origin => trim(origin)), consoleOrigins)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-file-api-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    applicationInsightsName: 'appi-${token}'
    location: location
    tags: tags
    publisherPrincipalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (usesNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-${token}'
    location: location
    tags: tags
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    ownerPrincipalId: identity.outputs.principalId
    privateSubnetId: privateNetworking ? network!.outputs.privateSubnetId : ''
    networkId: privateNetworking ? network!.outputs.networkId : ''
  }
}

module filesStorage 'modules/files-storage.bicep' = {
  name: 'files-storage'
  scope: group
  params: {
    name: 'stfiles${token}'
    location: location
    tags: tags
    corsOrigins: origins
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module events 'modules/event-topic.bicep' = {
  name: 'event-topic'
  scope: group
  params: {
    name: 'evgt-${token}'
    location: location
    tags: tags
    filesAccountName: filesStorage.outputs.name
    deadLettersContainer: filesStorage.outputs.deadLettersContainer
    workspaceId: monitoring.outputs.workspaceId
  }
}

module cosmos 'modules/cosmos.bicep' = if (store == 'cosmos') {
  name: 'cosmos'
  scope: group
  params: {
    name: 'cosmos-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    privateSubnetId: privateNetworking ? network!.outputs.privateSubnetId : ''
    networkId: privateNetworking ? network!.outputs.networkId : ''
  }
}

module postgres 'modules/postgres.bicep' = if (store == 'postgres') {
  name: 'postgres'
  scope: group
  params: {
    name: 'psql-${token}'
    location: location
    tags: tags
    administratorGroupId: postgresAdministratorGroupId
    administratorGroupName: postgresAdministratorGroupName
    privateSubnetId: privateNetworking ? network!.outputs.privateSubnetId : ''
    networkId: privateNetworking ? network!.outputs.networkId : ''
    allowedAddress: network!.outputs.outboundAddress
  }
}

var storeSettings = store == 'cosmos'
  ? {
      FILEAPI_STORE: 'cosmos'
      FILEAPI_COSMOS_ENDPOINT: cosmos!.outputs.endpoint
      FILEAPI_COSMOS_DATABASE: cosmos!.outputs.database
      FILEAPI_COSMOS_MANAGED_IDENTITY_CLIENT_ID: identity.outputs.clientId
    }
  : {
      FILEAPI_STORE: 'jdbc'
      FILEAPI_JDBC_URL: '${postgres!.outputs.url}&azure.managedIdentityEnabled=true&azure.clientId=${identity.outputs.clientId}'
      FILEAPI_JDBC_USER: identity.outputs.name
    }

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: appName
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostAccountName: hostStorage.outputs.name
    packageContainerUrl: hostStorage.outputs.packageContainerUrl
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    alwaysReadyInstances: alwaysReadyInstances
    subnetId: usesNetwork ? network!.outputs.functionsSubnetId : ''
    publicUrl: publicUrl
    settings: union(
      {
        FILEAPI_BLOBS_ENDPOINT: filesStorage.outputs.endpoint
        FILEAPI_BLOBS_CONTAINER: filesStorage.outputs.filesContainer
        FILEAPI_BLOBS_MANAGED_IDENTITY_CLIENT_ID: identity.outputs.clientId
        FILEAPI_ACCESS_JWKS_URL: jwksUrl
        FILEAPI_ACCESS_ISSUER: issuer
        FILEAPI_ACCESS_AUDIENCE: audience
        FILEAPI_HTTP_CORS_ORIGINS: corsOrigins
        FILEAPI_CONSOLE_CLIENT_ID: consoleClientId
        FILEAPI_CONSOLE_AUTHORITY: consoleAuthority
        FILEAPI_CONSOLE_SCOPE: consoleScope
      },
      storeSettings,
      otherSettings
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    applicationInsightsId: monitoring.outputs.applicationInsightsId
    topicId: events.outputs.id
    cosmosAccountId: store == 'cosmos' ? cosmos!.outputs.id : ''
    postgresServerId: store == 'postgres' ? postgres!.outputs.id : ''
    email: alertEmail
  }
}

// What azd and the hooks read.
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = functionApp.outputs.name
output FILES_ACCOUNT_NAME string = filesStorage.outputs.name
output EVENT_TOPIC_NAME string = events.outputs.name
output IDENTITY_NAME string = identity.outputs.name
output POSTGRES_SERVER_NAME string = store == 'postgres' ? postgres!.outputs.name : ''
output POSTGRES_SERVER_HOST string = store == 'postgres' ? postgres!.outputs.host : ''
output FILE_API_URL string = functionApp.outputs.url
