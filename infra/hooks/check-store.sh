#!/bin/sh
# Refuses before anything is made what would fail, or stay open, afterwards.
set -eu

[ "${STORE:-cosmos}" = postgres ] || exit 0

if [ -z "${POSTGRES_ADMINISTRATOR_GROUP_ID:-}" ] || [ -z "${POSTGRES_ADMINISTRATOR_GROUP_NAME:-}" ]; then
    echo "PostgreSQL needs an Entra group that administers it: azd env set POSTGRES_ADMINISTRATOR_GROUP_ID and POSTGRES_ADMINISTRATOR_GROUP_NAME" >&2
    exit 1
fi
