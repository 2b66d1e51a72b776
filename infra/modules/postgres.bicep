// Records in Azure Database for PostgreSQL. The service makes its tables itself.

param name string
param location string
param tags object

@description('The function app\'s identity.')
param identityName string
param principalId string

@description('Object id of the Entra group that administers the server; empty: the function app\'s identity does, and needs no SQL by hand.')
param administratorGroupId string = ''
param administratorGroupName string = ''

@description('Empty: reached from Azure, over the internet.')
param privateSubnetId string
param networkId string

param sku string = 'Standard_B2s'

@allowed(['Burstable', 'GeneralPurpose', 'MemoryOptimized'])
param tier string = 'Burstable'

var ownAdministrator = !empty(administratorGroupId)
var isPrivate = !empty(privateSubnetId)

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    tier: tier
  }
  properties: {
    version: '16'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: 30
      geoRedundantBackup: 'Disabled'
    }
    network: {
      publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'fileapi'
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

// The range that stands for "from within Azure"; sign-in is still by identity alone.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (!isPrivate) {
  parent: server
  name: 'from-azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
  dependsOn: [database]
}

// A role below administrator can be made only by an administrator's SQL: docs/deploy.md has it, for when a group is the administrator.
resource administrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: ownAdministrator ? administratorGroupId : principalId
  properties: {
    principalName: ownAdministrator ? administratorGroupName : identityName
    principalType: ownAdministrator ? 'Group' : 'ServicePrincipal'
    tenantId: tenant().tenantId
  }
  // The server makes one change at a time.
  dependsOn: [database, fromAzure]
}

module endpoint 'private-endpoint.bicep' = if (isPrivate) {
  name: 'postgres-endpoint'
  params: {
    name: '${name}-postgres'
    location: location
    tags: tags
    subnetId: privateSubnetId
    networkId: networkId
    targetId: server.id
    part: 'postgresqlServer'
    zoneName: 'privatelink.postgres.database.azure.com'
  }
  dependsOn: [administrator]
}

output id string = server.id

// The certificate is checked against the JVM's own roots; the plugin signs in with a token in place of a password.
output url string = 'jdbc:postgresql://${server.properties.fullyQualifiedDomainName}:5432/${database.name}?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory&authenticationPluginClassName=com.azure.identity.extensions.jdbc.postgresql.AzurePostgresqlAuthenticationPlugin'
