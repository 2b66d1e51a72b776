// Opens a page as a browser would, uploads a file twice through it, and prints what it then says and lists.
import { setTimeout as pause } from 'node:timers/promises';
import { JSDOM, VirtualConsole } from 'jsdom';

const virtualConsole = new VirtualConsole();
virtualConsole.sendTo(console);
const { window } = await JSDOM.fromFile(process.argv[2], {
  runScripts: 'dangerously',
  virtualConsole,
  beforeParse: (page) => { page.fetch = fetch; },
});
const element = (id) => window.document.getElementById(id);
element('workspace').value = process.env.FILE_API;
element('token').value = process.env.TOKEN;

async function upload(content) {
  const file = new window.File([content], 'browser.txt', { type: 'text/plain' });
  Object.defineProperty(element('file'), 'files', { value: [file], configurable: true });
  element('files').replaceChildren();
  element('message').textContent = '';
  element('upload').click();
  while (!element('message').textContent || (element('message').textContent.startsWith('Uploaded') && !element('files').rows.length)) {
    await pause(50);
  }
  console.log(element('message').textContent);
}

await upload('first version');
await upload('second version');
for (const row of element('files').rows) {
  console.log('Listed', ...[...row.cells].map((cell) => cell.textContent));
}
console.log('Downloaded:', await (await fetch(element('files').querySelector('a').href)).text());
