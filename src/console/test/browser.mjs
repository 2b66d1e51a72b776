/** What the tests of pages share: the browser, and the service they run against. */

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const { FILEAPI_WORKSPACE: workspace, FILEAPI_TOKEN: token, CHROMIUM: executablePath } = process.env;

export const MIB = 1 << 20;
export { token, workspace };

/** Containers have no sandbox for Chromium. */
export function launch() {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Calls the API of the workspace. */
export async function call(method, path, body) {
  const response = await fetch(`${workspace}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Returns a file as the API tells of it, with its versions. */
export async function fileAt(path) {
  return (await call('GET', `/files/path/${path}?include_versions=true`)).body;
}

/** Makes a version of a file. */
export async function makeFile(path, text, type = 'text/plain') {
  const { body } = await call('PUT', `/files/path/${path}`, { content_type: type });
  const answer = await fetch(body.upload, { method: 'PUT', headers: body.headers, body: text });
  assert.equal(answer.status, 201);
  await call('POST', '/uploads/complete', { uploads: [{ file_id: body.file_id, version_id: body.version_id }] });
  return body;
}

/** Returns a name that no other test has. */
export const fresh = (() => {
  let count = 0;
  return (suffix) => `${process.pid}-${count++}-${suffix}`;
})();

/** Waits for at most some seconds until a condition holds. */
export async function until(condition, what, seconds = 10) {
  for (let attempt = 0; attempt < seconds * 20; attempt++) {
    if (await condition()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`Not within ${seconds} s: ${what}`);
}

/** Counts what the blob service has stored for a page: `block`, `list` or `blob` for each. */
export function storedBy(page) {
  const stored = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (response.request().method() === 'PUT' && response.status() === 201 && !url.pathname.startsWith('/file/')) {
      stored.push({ block: 'block', blocklist: 'list' }[url.searchParams.get('comp')] ?? 'blob');
    }
  });
  return stored;
}
