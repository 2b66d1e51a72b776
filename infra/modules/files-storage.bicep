// Users' files. Their links are used from anywhere, so the account is on the internet; without a signed link it gives nothing.

param name string
param location string
param tags object

@description('Origins whose pages may use links from a browser.')
param corsOrigins array

@description('The function app\'s identity.')
param principalId string

@description('Where it is logged who read, wrote and removed blobs.')
param workspaceId string

@description('How the bytes are replicated.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string = 'Standard_ZRS'

@description('Days for which what was deleted can be had back.')
param deletedRetentionDays int = 14

var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var storageBlobDelegator = 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    // Links are signed with user delegation keys.
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    isHnsEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // A version's bytes are kept by its snapshot; blob versioning would keep a spare copy of every write as well.
    isVersioningEnabled: false
    deleteRetentionPolicy: {
      enabled: true
      days: deletedRetentionDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: deletedRetentionDays
    }
    cors: {
      corsRules: empty(corsOrigins)
        ? []
        : [
            {
              allowedOrigins: corsOrigins
              allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT']
              allowedHeaders: ['content-type', 'content-md5', 'content-length', 'if-match', 'if-none-match', 'range', 'x-ms-*']
              exposedHeaders: ['accept-ranges', 'content-disposition', 'content-length', 'content-md5', 'content-range', 'etag', 'x-ms-*']
              maxAgeInSeconds: 3600
            }
          ]
    }
  }
}

// Links are used without the service: what was done with one is known here alone.
resource dataPlane 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'data-plane'
  properties: {
    workspaceId: workspaceId
    logs: [
      for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: {
        category: category
        enabled: true
      }
    ]
  }
}

resource files 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'files'
}

resource deadLetters 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'dead-letters'
}

// No rule may ever match the container of files: only the service knows what a record still needs.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'remove-old-dead-letters'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${deadLetters.name}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 90
                }
              }
            }
          }
        }
      ]
    }
  }
}

resource contributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: files
  name: guid(files.id, principalId, storageBlobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// A user delegation key is the account's, so is the role to ask for one; what is signed with it can do no more than its signer.
resource delegator 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, principalId, storageBlobDelegator)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDelegator)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output name string = account.name
output endpoint string = account.properties.primaryEndpoints.blob
output filesContainer string = files.name
output deadLettersContainer string = deadLetters.name
