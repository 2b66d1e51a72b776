// Prints each place in the given Bicep files that the grammar does not know.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
const faults = (node) => node.isError || node.isMissing ? [node] : node.hasError ? node.children.flatMap(faults) : [];
for (const file of process.argv.slice(2)) {
  for (const fault of faults(parser.parse(readFileSync(file, 'utf8')).rootNode)) {
    const { row, column } = fault.startPosition;
    console.log(`${file}:${row + 1}:${column + 1}: ${fault.isMissing ? 'missing ' + fault.type : fault.text.split('\n')[0]}`);
  }
}
