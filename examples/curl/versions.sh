#!/usr/bin/env bash
# Uploads two versions of a file, lists them, and downloads the first. Needs curl and jq.
#
#   FILE_API   URL of a workspace: https://…/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}
#   TOKEN      bearer token of an editor
set -euo pipefail

path=examples/curl.txt
file="$(mktemp)"
trap 'rm -f "$file"' EXIT

api() {
  curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" "$@"
}

# A link, then the bytes.
upload() {
  local answer
  answer="$(api -X PUT "$FILE_API/files/path/$path")"
  curl -sS --fail-with-body -T "$1" -H "x-ms-blob-type: BlockBlob" -H "Content-Type: text/plain" \
    "$(jq -r .upload <<<"$answer")"
  echo "Uploaded version $(jq -r .version_id <<<"$answer")"
}

echo "first version" >"$file"
upload "$file"
echo "second version" >"$file"
upload "$file"

versions="$(api "$FILE_API/files/path/$path?include_versions=true" | jq -r '.versions[].version_id')"
echo "Versions, newest first:" $versions

api "$FILE_API/files?prefix=examples/" | jq -r '.files[] | "Listed \(.path)\(.name), \(.size) bytes"'

first="$(tail -n 1 <<<"$versions")"
link="$(api "$FILE_API/files/path/$path?version_id=$first" | jq -r .download)"
echo "Downloaded: $(curl -sS --fail-with-body "$link")"
