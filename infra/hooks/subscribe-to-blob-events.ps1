# Subscribes the deployed function to blob events; azd puts the outputs of main.bicep into the environment.
# A function can take some minutes to be known after its code was deployed, so this tries again.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

for ($tries = 1; $tries -le 5; $tries++) {
    az deployment group create `
        --subscription $env:AZURE_SUBSCRIPTION_ID `
        --resource-group $env:AZURE_RESOURCE_GROUP `
        --name blob-events `
        --template-file event-subscription.bicep `
        --parameters topicName=$env:EVENT_TOPIC_NAME functionAppName=$env:FUNCTION_APP_NAME filesAccountName=$env:FILES_ACCOUNT_NAME `
        --output none
    if ($LASTEXITCODE -eq 0) { exit 0 }
    if ($tries -lt 5) { Start-Sleep -Seconds 30 }
}
Write-Error 'Uploads are recorded by reads and the sweep alone until this hook succeeds: azd hooks run postdeploy'
