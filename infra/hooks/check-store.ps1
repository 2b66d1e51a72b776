# Refuses before anything is made what would fail, or stay open, afterwards.
$ErrorActionPreference = 'Stop'

if ($env:STORE -ne 'postgres') { exit 0 }

if (-not $env:POSTGRES_ADMINISTRATOR_GROUP_ID -or -not $env:POSTGRES_ADMINISTRATOR_GROUP_NAME) {
    Write-Error 'PostgreSQL needs an Entra group that administers it: azd env set POSTGRES_ADMINISTRATOR_GROUP_ID and POSTGRES_ADMINISTRATOR_GROUP_NAME'
}
