/** The console in a real browser, as people use it: against a running service, whose local provider signs them in with one click. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { call, fileAt, fresh, launch, makeFile, MIB, storedBy, token, until, workspace } from './browser.mjs';

const service = new URL(workspace).origin;
const [organisation, id] = workspace.match(/[0-9a-f-]{36}/g);
const files = `${service}/file/console/${organisation}/${id}/files/`;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser;
let context;
let page;
let complaints;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

beforeEach(() => openBrowser());

afterEach(() => {
  assert.deepEqual(complaints, [], 'nothing is refused by the content security policy, and no script fails');
});

async function openBrowser(options = {}) {
  await context?.close();
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
}

async function signIn(address = files) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

const folderPage = (folder) => files + folder;

async function localFolder(tree) {
  const root = await mkdtemp(join(tmpdir(), 'console-'));
  for (const [path, bytes] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  return root;
}

/** Chooses files in the panel of uploads, or a whole folder, and starts. */
async function choose(paths, kind = 'files') {
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  const inputs = page.locator('#uploads input.uppy-Dashboard-input');
  await inputs.first().waitFor({ state: 'attached' });
  await inputs.nth(kind === 'files' ? 0 : 1).setInputFiles(paths);
  await page.getByRole('button', { name: /^Upload \d+ file/ }).click();
}

/** Drops files or folders as the system's file manager does. */
async function drop(...paths) {
  const devtools = await context.newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
}

async function findings() {
  await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  return violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

async function assertAccessible() {
  assert.deepEqual(await findings(), [], 'what axe finds');
}

describe('the address of the service', () => {
  it('leads to the console', async () => {
    await page.goto(service);

    assert.equal(page.url(), `${service}/file/console/`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await assertAccessible();
  });

  it('leads on to the only workspace after one click', async () => {
    await signIn(service);

    await page.waitForURL(files);
  });

  it('never has a code, a token or a link in it', async () => {
    const visited = [];
    page.on('framenavigated', (frame) => visited.push(frame.url()));
    await signIn();

    assert.equal(page.url(), files);
    assert.equal(await page.evaluate(() => window.localStorage.length), 0);
    await page.goBack().catch(() => {});
    assert.ok(!page.url().includes('code='), page.url());
  });

  it('stays the same when the page is loaded again', async () => {
    await makeFile(`${fresh('stays')}/a.txt`, 'a');
    await signIn();
    await page.reload();

    await page.getByRole('grid').waitFor();
    assert.equal(page.url(), files);
  });
});

describe('a folder', () => {
  it('shows its folders and files, and leads into them', async () => {
    const root = fresh('shows');
    await makeFile(`${root}/inner/deep.txt`, 'deep');
    await makeFile(`${root}/plain.txt`, 'plain');
    await signIn(folderPage(`${root}/`));

    await page.getByRole('link', { name: 'plain.txt' }).waitFor();
    await assertAccessible();
    await page.getByRole('link', { name: 'inner' }).click();
    await page.getByRole('link', { name: 'deep.txt' }).waitFor();

    assert.equal(page.url(), folderPage(`${root}/inner/`));
    await page.getByRole('navigation', { name: 'Folder' }).getByRole('link', { name: root }).click();
    await page.getByRole('link', { name: 'plain.txt' }).waitFor();
  });

  it('is sorted by size, and searched by a part of a name', async () => {
    const root = fresh('sorted');
    await makeFile(`${root}/b.txt`, 'long text');
    await makeFile(`${root}/a.txt`, 'text');
    await makeFile(`${root}/c/d.txt`, 'other');
    await signIn(folderPage(`${root}/`));
    const names = async () => (await page.getByRole('grid').getByRole('link').allInnerTexts()).map((text) => text.trim());

    await page.getByRole('button', { name: 'Size' }).click();
    await until(async () => (await names()).join() === 'c,a.txt,b.txt', 'smallest first');
    await page.getByRole('searchbox').fill('D.T');
    await until(async () => (await names()).join() === `${root}/c/d.txt`, 'found in a folder below');
  });

  it('that is empty says how to fill it', async () => {
    await signIn(folderPage(`${fresh('empty')}/`));

    await page.getByRole('heading', { name: 'This folder is empty' }).waitFor();
    await assertAccessible();
  });

  it('is worked with by keyboard alone', async () => {
    const root = fresh('keys');
    await makeFile(`${root}/a.txt`, 'a');
    await makeFile(`${root}/b.txt`, 'b');
    await signIn(folderPage(`${root}/`));
    await page.getByRole('link', { name: 'b.txt' }).waitFor();

    await page.getByRole('rowgroup', { name: `Files in ${root}/` }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('1 file selected').waitFor();
    await page.keyboard.press('Delete');
    await page.getByText('1 file deleted.').waitFor();
    await page.getByRole('rowgroup', { name: `Files in ${root}/` }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'a.txt' }).waitFor();
  });

  it('gets deleted files back by undo', async () => {
    const root = fresh('undo');
    await makeFile(`${root}/a.txt`, 'a');
    await makeFile(`${root}/b.txt`, 'b');
    await signIn(folderPage(`${root}/`));
    await page.getByRole('checkbox', { name: 'Select a.txt' }).check();
    await page.getByRole('checkbox', { name: 'Select b.txt' }).check();

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 files deleted.').waitFor();
    assert.equal((await call('GET', `/files/path/${root}/a.txt`)).status, 404);
    await page.getByRole('button', { name: 'Undo' }).click();

    await page.getByRole('link', { name: 'b.txt' }).waitFor();
    assert.equal((await call('GET', `/files/path/${root}/a.txt`)).status, 200);
  });

  it('sends several files to the browser', async () => {
    const root = fresh('many');
    await makeFile(`${root}/a.txt`, 'a');
    await makeFile(`${root}/b.txt`, 'b');
    await signIn(folderPage(`${root}/`));
    await page.getByRole('checkbox', { name: 'Select a.txt' }).check();
    await page.getByRole('checkbox', { name: 'Select b.txt' }).check();
    const downloads = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));

    await page.getByRole('button', { name: 'Download' }).click();

    await until(() => downloads.length === 2, 'two downloads');
    assert.deepEqual(downloads.sort(), ['a.txt', 'b.txt']);
  });

  it('that may not be seen is a sentence with what to do', async () => {
    await signIn();
    await page.goto(files.replace(id, '0b000000-0000-4000-8000-0000000000ff'));

    await page.getByRole('alert').getByText('Your role in this workspace does not allow this.').waitFor();
    await assertAccessible();
  });
});

describe('an upload', () => {
  it('of a folder that is dropped onto the page keeps its paths', async () => {
    const root = fresh('dropped');
    const local = await localFolder({ 'album/one.txt': 'one', 'album/summer/two.txt': 'two', 'album/summer/empty.txt': '' });
    await signIn(folderPage(`${root}/`));
    await page.getByRole('heading', { name: 'This folder is empty' }).waitFor();

    await drop(join(local, 'album'));

    await page.getByRole('link', { name: 'album' }).waitFor();
    await until(async () => (await fileAt(`${root}/album/summer/two.txt`)).verification === 'verified', 'all are there');
    assert.equal((await fileAt(`${root}/album/summer/empty.txt`)).size, 0);
  });

  it('of a folder that is chosen keeps its paths', async () => {
    const root = fresh('chosen');
    const local = await localFolder({ 'album/one.txt': 'one', 'album/summer/two.txt': 'two', 'album/summer/empty.txt': '' });
    await signIn(folderPage(`${root}/`));

    await choose(join(local, 'album'), 'folder');

    await page.getByRole('link', { name: 'album' }).waitFor();
    assert.equal((await fileAt(`${root}/album/summer/two.txt`)).verification, 'verified');
    assert.equal((await fileAt(`${root}/album/summer/empty.txt`)).size, 0);
  });

  it('goes on after the page was loaded again, with the blocks that are missing', async () => {
    const path = `${fresh('resumed')}/large.bin`;
    const local = await localFolder({ 'large.bin': Buffer.alloc(40 * MIB, 'file') });
    await signIn(folderPage(path.replace('large.bin', '')));
    const stored = storedBy(page);
    let blocks = 0;
    await page.route('**/*comp=block&*', (route) => (blocks++ < 2 ? route.continue() : undefined));
    await choose(join(local, 'large.bin'));
    await until(() => stored.length === 2, 'two blocks are there');

    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Uploads' }).click();
    await page.getByRole('button', { name: `Resume ${path}` }).waitFor();
    await assertAccessible();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: `Resume ${path}` }).click()]);
    await chooser.setFiles(join(local, 'large.bin'));

    await until(async () => (await call('GET', `/files/path/${path}`)).status === 200, 'it is recorded');
    assert.equal(stored.filter((kind) => kind === 'block').length, 5);
    assert.equal((await fileAt(path)).size, 40 * MIB);
  });

  it('is paused and goes on', async () => {
    const path = `${fresh('paused')}/large.bin`;
    const local = await localFolder({ 'large.bin': Buffer.alloc(24 * MIB, 'file') });
    await signIn(folderPage(path.replace('large.bin', '')));
    const stored = storedBy(page);
    let held = true;
    await page.route('**/*comp=block&*', (route) => (held ? undefined : route.continue()));
    await choose(join(local, 'large.bin'));

    await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
    await assertAccessible();
    held = false;
    await page.getByRole('button', { name: 'Resume', exact: true }).first().click();

    await until(async () => (await call('GET', `/files/path/${path}`)).status === 200, 'it is recorded');
    assert.equal(stored.filter((kind) => kind === 'block').length, 3);
  });

  it('is cancelled from the list of uploads', async () => {
    const path = `${fresh('cancelled')}/a.bin`;
    await call('PUT', `/files/path/${path}`, {});
    await signIn(files.replace('/files/', '/uploads'));

    await page.getByRole('button', { name: `Cancel ${path}` }).click();

    await until(async () => (await call('GET', `/uploads?path=${path}`)).body.uploads.length === 0, 'it is cancelled');
  });

  it('sends no byte through the service', async () => {
    const root = fresh('bytes');
    const local = await localFolder({ 'a.bin': Buffer.alloc(MIB, 'file') });
    await signIn(folderPage(`${root}/`));
    let most = 0;
    page.on('request', (request) => {
      if (request.url().startsWith(`${service}/file/`)) {
        most = Math.max(most, request.postDataBuffer()?.length ?? 0);
      }
    });

    await choose(join(local, 'a.bin'));
    await page.getByRole('link', { name: 'a.bin' }).waitFor();

    assert.ok(most < 10_000, `${most} bytes in one request`);
  });
});

describe('a file', () => {
  it('shows its text, its checksum and who made it', async () => {
    const path = `${fresh('shown')}/note.txt`;
    const { file_id: fileId } = await makeFile(path, 'the text of the note');
    await signIn(files.replace('/files/', `/file/${fileId}`));

    await page.getByRole('region', { name: 'Preview' }).getByText('the text of the note').waitFor();
    await page.getByText('SHA-256', { exact: true }).waitFor();
    await assertAccessible();
  });

  it('shows an image', async () => {
    const image = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const { file_id: fileId } = await makeFile(`${fresh('image')}/dot.png`, image, 'image/png');
    await signIn(files.replace('/files/', `/file/${fileId}`));

    await until(() => page.locator('.preview img').evaluate((img) => img.naturalWidth === 1), 'the image is loaded');
  });

  it('whose link has ended is shown after one more try', async () => {
    const { file_id: fileId } = await makeFile(`${fresh('ended')}/note.txt`, 'the text of the note');
    await page.route(/[?&]sig=/, (route) => route.fulfill({ status: 403, headers: { 'Access-Control-Allow-Origin': service } }));
    await signIn(files.replace('/files/', `/file/${fileId}`));
    await page.getByRole('alert').getByText('the link has ended').waitFor();
    await page.unrouteAll();

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('region', { name: 'Preview' }).getByText('the text of the note').waitFor();
  });

  it('gets an old version back as its current one', async () => {
    const path = `${fresh('versions')}/note.txt`;
    await makeFile(path, 'first');
    const { file_id: fileId } = await makeFile(path, 'second text');
    await signIn(files.replace('/files/', `/file/${fileId}`));

    await page.getByRole('button', { name: /current$/ }).click();
    await page.getByText('The old version is the current one again.').waitFor();

    await until(async () => (await fileAt(path)).versions.length === 3, 'a third version');
    assert.equal((await fileAt(path)).size, 5);
    await assertAccessible();
  });

  it('that somebody changed meanwhile says so instead of taking an old version back', async () => {
    const path = `${fresh('raced')}/note.txt`;
    await makeFile(path, 'first');
    const { file_id: fileId } = await makeFile(path, 'second');
    await signIn(files.replace('/files/', `/file/${fileId}`));
    await page.getByRole('button', { name: /current$/ }).waitFor();
    await makeFile(path, 'third');

    await page.getByRole('button', { name: /current$/ }).click();

    await page.getByRole('alert').getByText('Somebody else changed this file meanwhile.').waitFor();
  });

  it('has a link to copy, and says how long it is good', async () => {
    const { file_id: fileId } = await makeFile(`${fresh('link')}/note.txt`, 'linked');
    await signIn(files.replace('/files/', `/file/${fileId}`));

    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText(/Link copied.*until \d/).waitFor();

    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(await (await fetch(link)).text(), 'linked');
  });

  it('is deleted, and restored from the deleted files', async () => {
    const name = `${fresh('gone')}.txt`;
    const { file_id: fileId } = await makeFile(name, 'gone');
    await signIn(files.replace('/files/', `/file/${fileId}`));
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText(`${name} deleted.`).waitFor();

    await page.getByRole('link', { name: 'Deleted' }).click();
    await page.getByRole('button', { name: `Restore ${name}` }).waitFor();
    await assertAccessible();
    await page.getByRole('button', { name: `Restore ${name}` }).click();

    await until(async () => (await call('GET', `/files/path/${name}`)).status === 200, 'it is back');
  });
});

describe('a session', () => {
  it('that has ended leads to signing in, in a sentence', async () => {
    await signIn();
    await page.route('**/file/v2/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'x/auth/missing-token',
          title: 'Access Denied.',
          status: 401,
          detail: 'The token has expired.',
          instance: '',
        }),
      }),
    );
    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Uploads' }).click();

    await page.getByRole('alert').getByText('Your session has ended.').waitFor();
  });
});

describe('the pages', () => {
  it('fit a phone and the dark', async () => {
    await openBrowser({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
    const root = fresh('phone');
    await makeFile(`${root}/a-file-with-a-long-name-that-has-to-be-cut-somewhere-near-its-end.txt`, 'a');
    await signIn(folderPage(`${root}/`));
    await page.getByRole('grid').getByRole('link').first().waitFor();

    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await assertAccessible();
  });

  it('are answered with a policy that lets no foreign script run', async () => {
    const answer = await fetch(`${service}/file/console/`);

    const policy = answer.headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'; script-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
    assert.equal(token.length > 0, true);
  });
});
