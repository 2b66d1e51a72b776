import { defineConfig } from 'vite';

/** Bundles the page of the uploader's tests, which are served by themselves: the uploader is usable alone. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  build: { target: 'es2022', outDir: '../../../../test-page', emptyOutDir: true, reportCompressedSize: false },
});
