/** Uploads made-up files by one of two plugins, and tells how long it took. */

import { Uppy } from '@uppy/core';
import Tus from '@uppy/tus';
import { FileApiUpload } from '../../uploader';

const plugins = { FileApiUpload, Tus };

/** Returns seconds from the drop to the last file's end, how long the page was not free at the longest, and how many files failed. */
window.measure = async (plugin, options, count, size) => {
  const uppy = new Uppy();
  uppy.use(plugins[plugin], plugin === 'FileApiUpload' ? { ...options, token: () => options.token } : options);
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  const data = Array.from({ length: count }, (_, index) => {
    const name = `${plugin}-${index}.bin`;
    return {
      name,
      type: 'application/octet-stream',
      data: new File([new Uint32Array([index]), bytes], name),
      meta: { relativePath: name },
    };
  });
  const busy = longestTask();
  const start = performance.now();
  uppy.addFiles(data);
  const { successful, failed } = await uppy.upload();
  return {
    seconds: (performance.now() - start) / 1_000,
    longestTask: busy(),
    successful: successful.length,
    failed: failed.map(({ error }) => error),
  };
};

/** Long tasks are those of more than 50 ms ("Long Tasks API"). */
function longestTask() {
  let longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({
    type: 'longtask',
  });
  return () => longest;
}
