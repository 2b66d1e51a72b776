// Records in Azure Cosmos DB for NoSQL.

param name string
param location string
param tags object

@description('The function app\'s identity.')
param principalId string

@description('Empty: reached over the internet.')
param privateSubnetId string
param networkId string

@description('Request units per second that the database scales up to; a tenth of it is always paid for.')
@minValue(1000)
param maxThroughput int = 4000

// Partition keys, unique keys, indexes and time to live: the files that the service itself goes by.
var containers = [
  loadJsonContent('../../src/main/resources/cosmos/files.json')
  loadJsonContent('../../src/main/resources/cosmos/versions.json')
]

// Cosmos DB Built-in Data Contributor, a role of Cosmos DB's own data plane.
var dataContributor = '00000000-0000-0000-0000-000000000002'

var isPrivate = !empty(privateSubnetId)

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous30Days'
      }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: 'file-api'
  properties: {
    resource: {
      id: 'file-api'
    }
    options: {
      autoscaleSettings: {
        maxThroughput: maxThroughput
      }
    }
  }
}

@batchSize(1)
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [
  for definition in containers: {
    parent: database
    name: definition.id
    properties: {
      resource: definition
    }
  }
]

resource contributor 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: principalId
    scope: '${account.id}/dbs/${database.name}'
  }
}

module endpoint 'private-endpoint.bicep' = if (isPrivate) {
  name: 'cosmos-endpoint'
  params: {
    name: '${name}-sql'
    location: location
    tags: tags
    subnetId: privateSubnetId
    networkId: networkId
    targetId: account.id
    part: 'Sql'
    zoneName: 'privatelink.documents.azure.com'
  }
}

output id string = account.id
output endpoint string = account.properties.documentEndpoint
output database string = database.name
