// Records in Azure Database for PostgreSQL. The service makes its tables itself.

param name string
param location string
param tags object

@description('Object id and name of the Entra group that administers the server; the function app has a role below, which the hook postprovision makes.')
param administratorGroupId string
param administratorGroupName string

@description('Empty: reached over the internet, from the allowed address alone.')
param privateSubnetId string
param networkId string

@description('The one address that is let in when there is not a private endpoint: the function app\'s way out.')
param allowedAddress string

param sku string = 'Standard_B2s'

@allowed(['Burstable', 'GeneralPurpose', 'MemoryOptimized'])
param tier string = 'Burstable'

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

// What the service finds parts of names by; the hook makes it in the database.
resource extensions 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'azure.extensions'
  properties: {
    value: 'PG_TRGM'
    source: 'user-override'
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'fileapi'
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
  dependsOn: [extensions]
}

// Only the function app; the hook that makes its role lets its own address in meanwhile.
resource fromFunctions 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (!isPrivate) {
  parent: server
  name: 'from-functions'
  properties: {
    startIpAddress: allowedAddress
    endIpAddress: allowedAddress
  }
  dependsOn: [database]
}

resource administrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: administratorGroupId
  properties: {
    principalName: administratorGroupName
    principalType: 'Group'
    tenantId: tenant().tenantId
  }
  // The server makes one change at a time.
  dependsOn: [database, fromFunctions]
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
output name string = server.name
output host string = server.properties.fullyQualifiedDomainName

// The certificate is checked against the JVM's own roots; the plugin signs in with a token in place of a password.
output url string = 'jdbc:postgresql://${server.properties.fullyQualifiedDomainName}:5432/${database.name}?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory&authenticationPluginClassName=com.azure.identity.extensions.jdbc.postgresql.AzurePostgresqlAuthenticationPlugin'
