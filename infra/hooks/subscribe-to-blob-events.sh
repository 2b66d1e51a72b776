#!/bin/sh
# Subscribes the deployed function to blob events; azd puts the outputs of main.bicep into the environment.
# A function can take some minutes to be known after its code was deployed, so this tries again.
set -eu
cd "$(dirname "$0")/.."

tries=0
until az deployment group create \
    --subscription "$AZURE_SUBSCRIPTION_ID" \
    --resource-group "$AZURE_RESOURCE_GROUP" \
    --name blob-events \
    --template-file event-subscription.bicep \
    --parameters topicName="$EVENT_TOPIC_NAME" functionAppName="$FUNCTION_APP_NAME" filesAccountName="$FILES_ACCOUNT_NAME" \
    --output none
do
    tries=$((tries + 1))
    if [ "$tries" -ge 5 ]; then
        echo "Uploads are recorded by reads and the sweep alone until this hook succeeds: azd hooks run postdeploy" >&2
        exit 1
    fi
    sleep 30
done
