/** Computes the SHA-256 of files, a piece at a time, so that a file never has to fit into memory. */

import { sha256 } from '@noble/hashes/sha2.js';

const PIECE = 4 << 20;

self.onmessage = async (event: MessageEvent<{ id: number; bytes: Blob }>) => {
  const { id, bytes } = event.data;
  try {
    const hash = sha256.create();
    for (let start = 0; start < bytes.size; start += PIECE) {
      hash.update(new Uint8Array(await bytes.slice(start, start + PIECE).arrayBuffer()));
      self.postMessage({ id, done: Math.min(start + PIECE, bytes.size) });
    }
    self.postMessage({ id, sha256: btoa(String.fromCharCode(...hash.digest())) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
