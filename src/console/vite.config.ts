import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin, type ResolvedConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The service keeps its files compressed only: the package has a limit, and browsers take them as they are. */
function gzipped(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'gzipped',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const folder = join(config.root, config.build.outDir);
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) {
          const file = join(entry.parentPath, entry.name);
          const compressed = await promisify(gzip)(await readFile(file), { level: constants.Z_BEST_COMPRESSION });
          await writeFile(`${file}.gz`, compressed);
          await rm(file);
        }
      }
    },
  };
}

export default defineConfig({
  base: '/file/console/',
  plugins: [gzipped()],
  resolve: {
    // one Preact for the console and Uppy
    dedupe: ['preact'],
    alias: {
      // the dashboard is used without thumbnails, whose reader of photographs weighs as much as Uppy's core
      '@uppy/thumbnail-generator': here('./app/parts/noThumbnails.ts'),
      // and without remote drives
      '@uppy/core/provider-views': here('./app/parts/noProviders.ts'),
    },
  },
  build: { target: 'es2022', outDir: '../../out', emptyOutDir: true, reportCompressedSize: false },
});
