// What an operator should look at; docs/runbook.md says how.

param location string
param tags object
param applicationInsightsId string
param topicId string

@description('Empty where another store is used.')
param cosmosAccountId string

@description('Empty where another store is used.')
param postgresServerId string

@description('Who gets alerts by email; empty for none.')
param email string

// An alert fires when its query gives a row.
var queries = [
  {
    name: 'server-errors'
    description: 'More than 1 % of calls, and at least 5, were answered with 5xx.'
    severity: 1
    window: 'PT15M'
    query: '''
      requests
      | where name == 'WebApi'
      | summarize failed = sumif(itemCount, toint(resultCode) >= 500), calls = sum(itemCount)
      | where failed >= 5 and failed * 100 > calls'''
  }
  {
    name: 'calls-refused'
    description: 'More than a fifth of calls, and at least 100, were refused with 401 or 403.'
    severity: 2
    window: 'PT15M'
    query: '''
      requests
      | where name == 'WebApi'
      | summarize refused = sumif(itemCount, resultCode in ('401', '403')), calls = sum(itemCount)
      | where refused >= 100 and refused * 5 > calls'''
  }
  {
    name: 'events-fail'
    description: 'The function BlobCreated failed at least 10 times; Event Grid keeps trying for a day.'
    severity: 2
    window: 'PT15M'
    query: '''
      requests
      | where name == 'BlobCreated' and success == false
      | summarize failed = sum(itemCount)
      | where failed >= 10'''
  }
  {
    name: 'sweep-fails'
    description: 'A sweep failed, or some of what it looked at did.'
    severity: 2
    window: 'PT30M'
    query: '''
      union
        (requests | where name == 'Sweep' and success == false | project timestamp),
        (traces | where message has 'swept' and toint(extract(@'failed=(\d+)', 1, message)) > 0 | project timestamp)
      | summarize times = count()
      | where times >= 2'''
  }
  {
    name: 'sweep-stopped'
    description: 'No sweep has succeeded for half an hour.'
    severity: 1
    window: 'PT30M'
    query: '''
      requests
      | where name == 'Sweep' and success == true
      | summarize swept = count()
      | where swept == 0'''
  }
  {
    name: 'sweep-behind'
    description: 'Sweeps end before all that is due was looked at: unfinished uploads and deleted files are kept too long.'
    severity: 2
    window: 'PT1H'
    query: '''
      traces
      | where message has 'swept' and message has 'finished=false'
      | summarize times = count()
      | where times >= 3'''
  }
  {
    name: 'uploads-overdue'
    description: 'An upload has waited half an hour too long to be looked at: commits whose event was lost are not seen meanwhile.'
    severity: 2
    window: 'PT30M'
    query: '''
      traces
      | where message has 'swept' and toint(extract(@'overdue_seconds=(\d+)', 1, message)) > 1800
      | summarize times = count()
      | where times >= 2'''
  }
  {
    name: 'events-lost'
    description: 'The sweep records uploads whose event should have done so.'
    severity: 3
    window: 'PT1H'
    query: '''
      traces
      | where message has 'swept'
      | summarize late = sum(toint(extract(@'committed=(\d+)', 1, message)))
      | where late >= 20'''
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'file-api-alerts'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'file-api'
    emailReceivers: [
      {
        name: 'email'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for alert in queries: {
    name: alert.name
    location: location
    tags: tags
    properties: {
      displayName: alert.name
      description: alert.description
      severity: alert.severity
      enabled: true
      autoMitigate: true
      scopes: [applicationInsightsId]
      evaluationFrequency: 'PT5M'
      windowSize: alert.window
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: {
        actionGroups: empty(email) ? [] : [people.id]
      }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid gave up on an event and put it into the container dead-letters.'
    severity: 2
    enabled: true
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: people.id }]
  }
}

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(cosmosAccountId)) {
  name: 'store-throttles'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB refused more than 100 requests for want of throughput.'
    severity: 2
    enabled: true
    scopes: [cosmosAccountId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: ['429']
            }
          ]
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 100
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: people.id }]
  }
}

resource databaseBusy 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for metric in (empty(postgresServerId) ? [] : ['cpu_percent', 'storage_percent']): {
    name: 'store-${replace(metric, '_', '-')}'
    location: 'global'
    tags: tags
    properties: {
      description: 'The database server is near its limit: ${metric} above 85 %.'
      severity: 2
      enabled: true
      scopes: [postgresServerId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: metric
            metricNamespace: 'Microsoft.DBforPostgreSQL/flexibleServers'
            metricName: metric
            timeAggregation: 'Average'
            operator: 'GreaterThan'
            threshold: 85
          }
        ]
      }
      actions: empty(email) ? [] : [{ actionGroupId: people.id }]
    }
  }
]
