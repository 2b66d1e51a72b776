// Deployed by the hook postdeploy: Event Grid refuses a function that does not exist yet.

param topicName string
param functionAppName string
param filesAccountName string

@description('As in modules/files-storage.bicep.')
param filesContainer string = 'files'

@description('As in modules/files-storage.bicep.')
param deadLettersContainer string = 'dead-letters'

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource functionApp 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionAppName
}

resource filesAccount 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: filesAccountName
}

resource blobCreated 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'blob-created'
  properties: {
    // Event Grid cannot use a managed identity to deliver to a function: it fetches the function's event key by itself (Microsoft Learn,
    // "Authenticate event delivery to event handlers"), and no other principal sees it.
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${functionApp.id}/functions/BlobCreated'
        // One that fails brings back no others.
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${filesContainer}/blobs/'
      // Markers of files, descriptions of versions, the place of the inventory: the service's own blobs are not uploads.
      advancedFilters: [
        {
          operatorType: 'StringNotEndsWith'
          key: 'subject'
          values: ['/mark', '.description', '/inventory']
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: filesAccount.id
          blobContainerName: deadLettersContainer
        }
      }
    }
  }
}
