/**
 * Scrolls through a folder of 100,000 files in the console, and tells how many frames were drawn. The pages of the list are made up here, as
 * large as the service's: what is measured is the page.
 *
 * Usage: scroll.mjs [trace file .json.gz], with FILEAPI_WORKSPACE, FILEAPI_TOKEN and CHROMIUM as for the tests. The trace opens in Chromium's
 * developer tools.
 */

import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { launch, workspace } from '../test/browser.mjs';

const FILES = 100_000;
/** A trace of more seconds would be large. */
const SECONDS = process.argv[2] === undefined ? 10 : 3;
const service = new URL(workspace).origin;
const [organisation, id] = workspace.match(/[0-9a-f-]{36}/g);
const user = { id: organisation, name: 'Somebody With A Name', email: 'name@example.com' };

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
await page.route('**/files?*', (route) => route.fulfill({ json: listed(new URL(route.request().url())) }));
await page.goto(`${service}/file/console/${organisation}/${id}/files/`);
await page.getByRole('button', { name: 'Sign in' }).click();
await page.getByRole('grid').waitFor();
const rows = page.getByRole('rowgroup', { name: 'Files of the workspace' });
const loaded = await until(async () => {
  await rows.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  return count === FILES ? count : undefined;
});
await rows.evaluate((element) => element.scrollTo(0, 0));

const trace = process.argv[2];
if (trace !== undefined) {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame'] });
}
const frames = await rows.evaluate(
  (element, seconds) =>
    new Promise((resolve) => {
      const gaps = [];
      let last = performance.now();
      const end = last + seconds * 1_000;
      const step = (now) => {
        gaps.push(now - last);
        last = now;
        // some 60 rows a frame: as fast as a wheel is turned, and the whole folder in jumps
        element.scrollTop += gaps.length % 60 === 0 ? element.scrollHeight / 20 : 2_160;
        if (now < end) {
          requestAnimationFrame(step);
        } else {
          resolve(gaps.slice(1));
        }
      };
      requestAnimationFrame(step);
    }),
  SECONDS,
);
if (trace !== undefined) {
  await writeFile(trace, gzipSync(await browser.stopTracing(), { level: 9 }));
}
const sorted = [...frames].sort((a, b) => a - b);
const late = frames.filter((gap) => gap > 25).length;
console.log(
  `${loaded} files, ${frames.length / SECONDS} frames a second; between frames p50 ${sorted[Math.floor(frames.length / 2)].toFixed(1)} ms, ` +
    `p99 ${sorted[Math.floor(frames.length * 0.99)].toFixed(1)} ms; later than 25 ms: ${late} of ${frames.length}; ` +
    `rows in the document: ${await page.getByRole('row').count()}`,
);
await browser.close();

function listed(url) {
  const from = Number(url.searchParams.get('cursor') || 0);
  const limit = Number(url.searchParams.get('limit'));
  const next = from + limit < FILES ? `${url.origin}${url.pathname}?cursor=${from + limit}` : null;
  const files = Array.from({ length: Math.min(limit, FILES - from) }, (_, index) => file(from + index));
  return { files, folders: [], count: files.length, total: null, limit, offset: 0, links: { self: url.href, next, prev: null } };
}

function file(index) {
  const time = new Date(1_700_000_000_000 + index * 1_000).toISOString();
  const hex = index.toString(16).padStart(12, '0');
  return {
    name: `measurement-${String(index).padStart(6, '0')}.csv`,
    path: '/',
    file_id: `00000000-0000-4000-8000-${hex}`,
    version_id: String(1_700_000_000_000_000_000n + BigInt(index)),
    size: index * 977,
    etag: `"0x${hex}"`,
    created_at: time,
    created_by: user,
    modified_at: time,
    modified_by: user,
    deleted_at: null,
    deleted_by: null,
    links: { self: `${service}/file/v2/orgs/${organisation}/workspaces/${id}/files/00000000-0000-4000-8000-${hex}` },
  };
}

async function until(found) {
  for (let attempt = 0; attempt < 5_000; attempt++) {
    const value = await found();
    if (value !== undefined) {
      return value;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Not all rows were loaded.');
}
