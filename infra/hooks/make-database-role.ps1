# Makes the role that the function app has in PostgreSQL: a member of the administrators' group does, signed in with az. May be repeated.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

if (-not $env:POSTGRES_SERVER_NAME) { exit 0 }

$rule = @(
    '--subscription', $env:AZURE_SUBSCRIPTION_ID,
    '--resource-group', $env:AZURE_RESOURCE_GROUP,
    '--name', $env:POSTGRES_SERVER_NAME,
    '--rule-name', 'role-setup',
    '--output', 'none'
)
$failed = 'The service has no role in PostgreSQL until this hook succeeds: azd hooks run postprovision'
$address = $env:POSTGRES_SETUP_ADDRESS

try {
    if ($address) {
        az postgres flexible-server firewall-rule create @rule --start-ip-address $address --end-ip-address $address
        if ($LASTEXITCODE -ne 0) { throw $failed }
    }
    $env:PGPASSWORD = az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv
    if ($LASTEXITCODE -ne 0) { throw $failed }
    $env:PGHOST = $env:POSTGRES_SERVER_HOST
    $env:PGUSER = $env:POSTGRES_ADMINISTRATOR_GROUP_NAME
    $env:PGSSLMODE = 'verify-full'
    $env:PGSSLROOTCERT = 'system'
    $env:PGCONNECT_TIMEOUT = '30'
    psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set "role=$env:IDENTITY_NAME" --dbname postgres --file database-role.sql | Out-Null
    if ($LASTEXITCODE -ne 0) { throw $failed }
    psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set "role=$env:IDENTITY_NAME" --dbname fileapi --file database-grants.sql
    if ($LASTEXITCODE -ne 0) { throw $failed }
}
finally {
    if ($address) { az postgres flexible-server firewall-rule delete @rule --yes }
}
