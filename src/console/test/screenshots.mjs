/**
 * Makes the pictures of docs/console. Usage: screenshots.mjs FOLDER, with FILEAPI_WORKSPACE, FILEAPI_TOKEN and CHROMIUM as for the tests, against
 * a service that has just been started for it.
 */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, launch, makeFile, MIB, workspace } from './browser.mjs';

const folder = process.argv[2];
const service = new URL(workspace).origin;
const [organisation, id] = workspace.match(/[0-9a-f-]{36}/g);
const console_ = `${service}/file/console/${organisation}/${id}`;

const readme =
  '# Field survey, north\n\nBoreholes 1 to 14, logged in May. Depths are in metres below the collar.\nQuestions go to the site office.\n';
await makeFile('surveys/north/README.txt', 'Draft.\n');
await makeFile('surveys/north/README.txt', `${readme}To be checked: hole 9.\n`);
const { file_id: readmeId } = await makeFile('surveys/north/README.txt', readme);
for (const [index, name] of [
  'assays.csv',
  'boreholes.csv',
  'collars.csv',
  'lithology.csv',
  'model.obj',
  'photo-01.jpg',
  'photo-02.jpg',
].entries()) {
  await makeFile(`surveys/north/${name}`, 'x'.repeat(900 + 7_919 * index ** 2));
}
await makeFile('surveys/north/core images/hole-01.txt', 'x');
await makeFile('surveys/north/geophysics/gravity.csv', 'x');
const { file_id: goneId } = await makeFile('surveys/south/old-model.obj', 'x'.repeat(12_345));
await call('DELETE', `/files/${goneId}`);

const browser = await launch();
let page = await opened({});
await page.goto(service);
await page.getByRole('button', { name: 'Sign in' }).waitFor();
await shoot('sign-in');
await signIn(`${console_}/files/surveys/north/`);
await page.getByRole('link', { name: 'assays.csv' }).waitFor();
await shoot('folder');
await page.goto(`${console_}/files/surveys/west/`);
await page.getByRole('heading', { name: 'This folder is empty' }).waitFor();
await shoot('empty-folder');
await page.goto(`${console_}/file/${readmeId}`);
await page.getByRole('region', { name: 'Preview' }).waitFor();
await shoot('file', true);
await page.goto(`${console_}/deleted`);
await page.getByRole('button', { name: /^Restore/ }).waitFor();
await shoot('deleted');
await page.goto(`${console_.slice(0, -1)}f/files/`);
await page.getByRole('alert').waitFor();
await shoot('problem');

const large = join(await mkdtemp(join(tmpdir(), 'screenshots-')), 'orthophoto.tif');
await writeFile(large, Buffer.alloc(40 * MIB, 'file'));
let blocks = 0;
await page.route('**/*comp=block&*', (route) => (blocks++ < 2 ? route.continue() : undefined));
await page.goto(`${console_}/files/surveys/north/`);
await page.getByRole('button', { name: 'Upload', exact: true }).click();
const input = page.locator('#uploads input.uppy-Dashboard-input').first();
await input.waitFor({ state: 'attached' });
await input.setInputFiles(large);
await page.getByRole('button', { name: /^Upload \d+ file/ }).click();
await page.getByText('Uploading: 40%').waitFor();
await shoot('upload-panel');
await page.getByRole('button', { name: 'Hide' }).click();
await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Uploads' }).click();
await page.getByRole('button', { name: /^Resume/ }).waitFor();
await shoot('uploads');

page = await opened({ viewport: { width: 390, height: 720 }, colorScheme: 'dark' });
await signIn(`${console_}/files/surveys/north/`);
await page.getByRole('link', { name: 'assays.csv' }).waitFor();
await shoot('phone');
await browser.close();

async function opened(options) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 1_100, height: 640 }, ...options });
  return context.newPage();
}

async function signIn(address) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

async function shoot(name, fullPage = false) {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
