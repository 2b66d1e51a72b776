#!/bin/sh
# Makes the role that the function app has in PostgreSQL: a member of the administrators' group does, signed in with az. May be repeated.
set -eu
cd "$(dirname "$0")"

[ -n "${POSTGRES_SERVER_NAME:-}" ] || exit 0

failed() {
    echo "The service has no role in PostgreSQL until this hook succeeds: azd hooks run postprovision" >&2
}

close() {
    az postgres flexible-server firewall-rule delete \
        --subscription "$AZURE_SUBSCRIPTION_ID" \
        --resource-group "$AZURE_RESOURCE_GROUP" \
        --name "$POSTGRES_SERVER_NAME" \
        --rule-name role-setup \
        --yes \
        --output none
}

trap failed EXIT
if [ -n "${POSTGRES_SETUP_ADDRESS:-}" ]; then
    trap 'close; failed' EXIT
    az postgres flexible-server firewall-rule create \
        --subscription "$AZURE_SUBSCRIPTION_ID" \
        --resource-group "$AZURE_RESOURCE_GROUP" \
        --name "$POSTGRES_SERVER_NAME" \
        --rule-name role-setup \
        --start-ip-address "$POSTGRES_SETUP_ADDRESS" \
        --end-ip-address "$POSTGRES_SETUP_ADDRESS" \
        --output none
fi

PGPASSWORD="$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)"
export PGPASSWORD PGHOST="$POSTGRES_SERVER_HOST" PGUSER="$POSTGRES_ADMINISTRATOR_GROUP_NAME" PGCONNECT_TIMEOUT=30
export PGSSLMODE=verify-full PGSSLROOTCERT=system
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set role="$IDENTITY_NAME" --dbname postgres --file database-role.sql >/dev/null
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set role="$IDENTITY_NAME" --dbname fileapi --file database-grants.sql

trap - EXIT
[ -z "${POSTGRES_SETUP_ADDRESS:-}" ] || close
