/**
 * Small files by the uploader, and by Uppy's plugin for tus to a server that keeps them in a folder of this machine, alternately in one
 * browser. Of both the time counts from the drop to the last file; the service records versions with checksums meanwhile, tus does not.
 *
 * Usage: uploads.mjs [files] [rounds], with FILEAPI_WORKSPACE, FILEAPI_TOKEN and CHROMIUM as for the tests.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { build } from 'vite';
import { launch, token, workspace } from '../test/browser.mjs';
import { serve } from '../test/files.mjs';

const [count, rounds] = [Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 3)];
const SIZE = 4_096;

const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
const root = new URL('page/', import.meta.url).pathname;
await build({
  root,
  base: './',
  logLevel: 'error',
  resolve: { dedupe: ['@uppy/core', 'preact'] },
  build: { outDir: join(folder, 'page') },
});
const tus = new Server({ path: '/files', datastore: new FileStore({ directory: join(folder, 'tus') }) });
const server = createServer((request, response) => tus.handle(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const site = await serve(join(folder, 'page'));
const browser = await launch();

const plugins = {
  FileApiUpload: { workspace, token, folder: `benchmark-${process.pid}/` },
  // as many requests at once as the uploader has
  Tus: { endpoint: `http://127.0.0.1:${server.address().port}/files`, limit: 6, storeFingerprintForResuming: false },
};
const seconds = { FileApiUpload: [], Tus: [] };
for (let round = 0; round < rounds; round++) {
  for (const [plugin, options] of Object.entries(plugins)) {
    const page = await browser.newPage();
    await page.goto(site.address);
    const result = await page.evaluate(
      ([name, opts, files, size]) => window.measure(name, opts, files, size),
      [plugin, options, count, SIZE],
    );
    await page.close();
    seconds[plugin].push(result.seconds);
    console.log(plugin, JSON.stringify(result));
  }
}
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
console.log(`${count} files of 4 KiB, median of ${rounds}: ${(median(seconds.FileApiUpload) / median(seconds.Tus)).toFixed(2)} x tus`);

await browser.close();
await site.close();
server.close();
await rm(folder, { recursive: true });
