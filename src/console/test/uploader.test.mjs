/**
 * The uploader in a real browser, against a running service: FILEAPI_WORKSPACE is the workspace's address, FILEAPI_TOKEN an editor's token,
 * UPLOADER_PAGE the folder of the bundled page, CHROMIUM the browser.
 */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { call, fileAt, fresh, launch, MIB, storedBy, token, until, workspace } from './browser.mjs';
import { serve } from './files.mjs';

const { UPLOADER_PAGE: folder } = process.env;

let browser;
let site;
let page;
/** Requests to the blob service that it answered with 201: `block`, `list` or `blob`. */
let stored;

before(async () => {
  site = await serve(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(async () => {
  await page?.context().close();
  await open();
});

async function open() {
  page = await (await browser.newContext()).newPage();
  stored = storedBy(page);
  await page.goto(site.address);
}

/** Adds files to an uploader in the page; `folder` and the like are options of the plugin. */
function add(files, options = {}) {
  return page.evaluate(
    ([all, opts]) => {
      window.one = window.start({ ...opts, token: () => opts.token });
      window.one.add(all);
    },
    [files, { workspace, token, ...options }],
  );
}

const upload = () => page.evaluate(() => window.one.upload());

async function bytesOf(path) {
  return Buffer.from(await (await fetch((await fileAt(path)).download)).arrayBuffer());
}

describe('a file', () => {
  it('is sent, recorded and verified, with its type and time', async () => {
    const path = fresh('small.bin');
    await add([{ path, size: 1000 }]);

    const { successful, failed } = await upload();

    assert.deepEqual(failed, []);
    const recorded = await fileAt(path);
    assert.equal(successful[0].versionId, recorded.version_id);
    assert.equal(recorded.size, 1000);
    assert.equal(recorded.verification, 'verified');
    assert.equal(
      recorded.checksums['sha-256'],
      createHash('sha256')
        .update(await bytesOf(path))
        .digest('base64'),
    );
    assert.equal(recorded.content_type, 'application/octet-stream');
    assert.equal(recorded.source_modified_at, '2023-11-14T22:13:20Z');
    assert.deepEqual(stored, ['blob']);
  });

  it('may be empty', async () => {
    const path = fresh('empty.bin');
    await add([{ path, size: 0 }]);

    assert.deepEqual((await upload()).failed, []);

    assert.equal((await fileAt(path)).size, 0);
  });

  it('keeps its folders below the one that files go to', async () => {
    const path = fresh('a/b/c.bin');
    await add([{ path, size: 10 }], { folder: 'into/here/' });

    await upload();

    assert.equal((await fileAt(`into/here/${path}`)).name, 'c.bin');
  });

  it('that is large is sent in blocks, with progress within them', async () => {
    const path = fresh('large.bin');
    await add([{ path, size: 5 * MIB + 3 }], { blockSize: 2 * MIB });
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 3 * MIB,
    });

    assert.deepEqual((await upload()).failed, []);

    assert.deepEqual(stored, ['block', 'block', 'block', 'list']);
    assert.equal((await fileAt(path)).size, 5 * MIB + 3);
    const progress = await page.evaluate(() => window.one.progress.map(({ bytes }) => bytes));
    assert.ok(
      progress.some((bytes) => bytes % (2 * MIB) !== 0),
      `progress at ${progress}`,
    );
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
    );
  });

  it('sent again is a second version', async () => {
    const path = fresh('twice.bin');
    await add([{ path, size: 10 }]);
    await upload();
    await add([{ path, size: 11 }]);

    await upload();

    assert.deepEqual(
      (await fileAt(path)).versions.map(({ size }) => size),
      [11, 10],
    );
  });
});

describe('many files', () => {
  it('share their calls', async () => {
    const calls = [];
    page.on('request', (request) => {
      if (request.url().startsWith(workspace) && request.method() === 'POST') {
        calls.push(new URL(request.url()).pathname.replace(/.*\/uploads/, '/uploads'));
      }
    });
    const folder = fresh('many');
    await add(Array.from({ length: 200 }, (_, i) => ({ path: `${folder}/${i}.bin`, size: 100 })));

    assert.deepEqual((await upload()).failed, []);

    assert.equal(stored.length, 200);
    assert.ok(calls.length <= 40, `${calls.length} calls`);
    const { body } = await call('GET', `/files?prefix=${folder}/&limit=1`);
    assert.equal(body.total, 200);
  });

  it('are added some at a time, each once, while the page goes on', async () => {
    const { added, turns } = await page.evaluate(async () => {
      const { uppy } = window.start({ workspace: 'https://files.example.com', token: () => '' });
      const files = Array.from({ length: 1_000 }, (_, index) => ({ name: `${index}.txt`, data: new Blob([String(index)]) }));
      let turns_ = 0;
      const timer = setInterval(() => turns_++);
      await window.addMany(uppy, files);
      await window.addMany(uppy, files.slice(0, 10));
      clearInterval(timer);
      return { added: uppy.getFiles().map(({ name: name_ }) => name_), turns: turns_ };
    });

    assert.equal(new Set(added).size, 1_000);
    assert.equal(added.length, 1_000);
    assert.ok(turns > 1, 'other work of the page had its turn');
  });

  it('fail each by itself', async () => {
    const path = fresh('good.bin');
    await add([
      { path, size: 10 },
      { path: 'x'.repeat(2000), size: 10 },
    ]);

    const { successful, failed } = await upload();

    assert.equal(successful.length, 1);
    assert.equal(failed.length, 1);
    assert.match(failed[0], /path/i);
  });
});

describe('an upload that is broken off', () => {
  const size = 8 * MIB;
  const options = { blockSize: MIB, parallel: 2 };

  /** Starts an upload that holds after three blocks. */
  async function half(path) {
    let blocks = 0;
    await page.route('**/*comp=block&*', async (route) => {
      if (blocks++ < 3 || window_.open) {
        await route.continue();
      }
    });
    await add([{ path, size }], options);
    await page.evaluate(() => {
      window.result = window.one.upload();
    });
    while (stored.length < 3) {
      await page.waitForTimeout(20);
    }
  }
  const window_ = { open: false };

  beforeEach(() => {
    window_.open = false;
  });

  it('goes on after a pause with the blocks that are missing', async () => {
    const path = fresh('paused.bin');
    await half(path);
    await page.evaluate(() => window.one.uppy.pauseAll());
    await page.waitForTimeout(300);
    assert.equal(stored.length, 3, 'nothing is sent while it is paused');

    window_.open = true;
    await page.evaluate(() => window.one.uppy.resumeAll());
    const failed = await page.evaluate(async () => (await window.result).failed);

    assert.deepEqual(failed, []);
    assert.equal(stored.filter((kind) => kind === 'block').length, 8);
    assert.equal((await fileAt(path)).size, size);
  });

  it('goes on in another browser with the blocks that are missing', async () => {
    const path = fresh('elsewhere.bin');
    await half(path);
    await page.context().close();
    await open();
    await add([{ path, size }], options);

    assert.deepEqual((await upload()).failed, []);

    assert.equal(stored.filter((kind) => kind === 'block').length, 5);
    assert.equal((await fileAt(path)).verification, 'verified');
  });

  it('is not taken up for other bytes of that name', async () => {
    const path = fresh('changed.bin');
    await half(path);
    await page.context().close();
    await open();
    await add([{ path, size, seed: 2 }], options);

    assert.deepEqual((await upload()).failed, []);

    assert.equal(stored.filter((kind) => kind === 'block').length, 8);
  });

  it('is cancelled at the service when its file is removed', async () => {
    const path = fresh('removed.bin');
    await half(path);

    await page.evaluate(() => window.one.uppy.cancelAll());

    await until(async () => (await call('GET', `/uploads?path=${path}`)).body.uploads.length === 0, 'it is cancelled', 5);
    assert.equal((await call('GET', `/files/path/${path}`)).status, 404);
  });
});

describe('a fault', () => {
  it('of the network is got over', async () => {
    const path = fresh('network.bin');
    let lost = 0;
    await page.route('**/devstoreaccount1/**', (route) =>
      route.request().method() === 'PUT' && lost++ < 2 ? route.abort('connectionreset') : route.continue(),
    );
    await add([{ path, size: 100 }]);

    assert.deepEqual((await upload()).failed, []);
    assert.equal(lost, 3);
  });

  it('of an answer that is lost after the bytes were stored is got over', async () => {
    const path = fresh('lost.bin');
    let lost = false;
    await page.route('**/devstoreaccount1/**', async (route) => {
      if (route.request().method() === 'PUT' && !lost) {
        lost = true;
        await route.fetch();
        await call('GET', `/files/path/${path}`);
        await route.abort('connectionreset');
      } else {
        await route.continue();
      }
    });
    await add([{ path, size: 100 }]);

    assert.deepEqual((await upload()).failed, []);
    assert.equal((await fileAt(path)).versions.length, 1);
  });

  it('of a link that has ended is got over with a fresh one', async () => {
    const path = fresh('ended.bin');
    let refused = false;
    await page.route('**/devstoreaccount1/**', (route) => {
      if (route.request().method() === 'PUT' && !refused) {
        refused = true;
        return route.fulfill({
          status: 403,
          headers: { 'Access-Control-Allow-Origin': '*', 'x-ms-error-code': 'AuthenticationFailed' },
        });
      }
      return route.continue();
    });
    await add([{ path, size: 100 }]);

    assert.deepEqual((await upload()).failed, []);
  });

  it('that the service explains is told in its words', async () => {
    await add([{ path: fresh('stranger.bin'), size: 10 }], { token: 'not-a-token' });

    const { failed } = await upload();

    assert.match(failed[0], /token/i);
  });
});
