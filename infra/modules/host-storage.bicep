// The Functions host's own storage: the deployed package, the lock of the timer, its diagnostic events. No user's byte is here.

param name string
param location string
param tags object

@description('The function app\'s identity.')
param ownerPrincipalId string

@description('Empty: reached over the internet.')
param privateSubnetId string
param networkId string

// The host makes containers of its own, so its role is the account's (Microsoft Learn, "Connecting to host storage with an identity").
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

var isPrivate = !empty(privateSubnetId)

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // Packages of earlier deployments can be had back.
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'packages'
}

resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [storageBlobDataOwner, storageTableDataContributor]: {
    scope: account
    name: guid(account.id, ownerPrincipalId, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: ownerPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for part in (isPrivate ? ['blob', 'table'] : []): {
    name: 'host-storage-${part}'
    params: {
      name: '${name}-${part}'
      location: location
      tags: tags
      subnetId: privateSubnetId
      networkId: networkId
      targetId: account.id
      part: part
      zoneName: 'privatelink.${part}.${environment().suffixes.storage}'
    }
  }
]

output name string = account.name
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
