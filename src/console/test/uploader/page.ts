/** What the tests do in the page: they add files, and look at what Uppy says. */

import { Uppy } from '@uppy/core';
import { addMany, FileApiUpload, type FileApiUploadOptions } from '../../uploader';

interface Made {
  path: string;
  size: number;
  /** Other bytes for another seed. */
  seed?: number;
}

function bytesOf({ size, seed = 1 }: Made): ArrayBuffer {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let i = 0; i < size; i += 1) {
    state = (state * 1664525 + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes.buffer;
}

function start(options: FileApiUploadOptions) {
  const uppy = new Uppy({ autoProceed: false, allowMultipleUploadBatches: true });
  uppy.use(FileApiUpload, options);
  const progress: { name: string; bytes: number }[] = [];
  uppy.on('upload-progress', (file, { bytesUploaded }) => {
    progress.push({ name: file?.name ?? '', bytes: Number(bytesUploaded) });
  });
  return {
    uppy,
    progress,
    add(files: Made[]) {
      uppy.addFiles(
        files.map((made) => ({
          name: made.path.slice(made.path.lastIndexOf('/') + 1),
          type: 'application/octet-stream',
          data: new File([bytesOf(made)], made.path, { lastModified: 1_700_000_000_000 }),
          meta: { relativePath: made.path } as never,
        })),
      );
    },
    async upload() {
      const result = await uppy.upload();
      return {
        successful: result?.successful?.map((file) => file.response?.body) ?? [],
        failed: result?.failed?.map((file) => file.error) ?? [],
      };
    },
  };
}

export type Page = ReturnType<typeof start>;

Object.assign(window, { start, addMany });
