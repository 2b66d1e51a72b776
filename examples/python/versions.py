"""Uploads two versions of a file, lists them, and downloads the first. Needs Python 3.8 or newer and nothing else.

FILE_API   URL of a workspace: https://…/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}
TOKEN      bearer token of an editor
"""

import json
import os
from urllib.parse import quote
from urllib.request import Request, urlopen

FILE_API = os.environ["FILE_API"]
TOKEN = os.environ["TOKEN"]


def api(method, target):
    request = Request(FILE_API + target, method=method, headers={"Authorization": f"Bearer {TOKEN}"})
    with urlopen(request) as answer:
        return json.load(answer)


def upload(path, content):
    """A link, then the bytes."""
    link = api("PUT", f"/files/path/{quote(path)}")
    headers = {"x-ms-blob-type": "BlockBlob", "Content-Type": "text/plain"}
    urlopen(Request(link["upload"], content, headers, method="PUT")).close()
    print("Uploaded version", link["version_id"])


path = "examples/python.txt"
upload(path, b"first version\n")
upload(path, b"second version\n")

file = api("GET", f"/files/path/{quote(path)}?include_versions=true")
versions = [version["version_id"] for version in file["versions"]]
print("Versions, newest first:", *versions)

for listed in api("GET", "/files?prefix=examples/")["files"]:
    print(f"Listed {listed['path']}{listed['name']}, {listed['size']} bytes")

first = api("GET", f"/files/path/{quote(path)}?version_id={versions[-1]}")
with urlopen(first["download"]) as answer:
    print("Downloaded:", answer.read().decode().strip())
