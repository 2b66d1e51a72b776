import type { StagedBlock } from './service';

/** A part of a file that is sent in one request. */
export interface Block {
  /** As the blob service wants it: base64, of the same length for all blocks of a blob ("Put Block"). */
  readonly id: string;
  readonly start: number;
  readonly size: number;
}

/** A blob has at most this many blocks ("Scalability and performance targets for Blob storage"). */
const MAX_BLOCKS = 50_000;
const MEBIBYTE = 1 << 20;

/**
 * Cuts a file into blocks, the same ones whenever and wherever it is cut: so another machine knows which of them are there.
 *
 * @param blockSize in bytes; more when there would be too many blocks
 */
export function blocksOf(fileSize: number, blockSize: number): Block[] {
  const size = Math.max(blockSize, Math.ceil(fileSize / MAX_BLOCKS / MEBIBYTE) * MEBIBYTE);
  return Array.from({ length: Math.ceil(fileSize / size) }, (_, index) => ({
    id: btoa(`${String(index).padStart(5, '0')}-${size.toString(36).padStart(7, '0')}`),
    start: index * size,
    size: Math.min(size, fileSize - index * size),
  }));
}

/** Returns the blocks that have to be sent yet. */
export function missing(blocks: Block[], staged: StagedBlock[]): Block[] {
  const sizes = new Map(staged.map((block) => [block.id, block.size]));
  return blocks.filter((block) => sizes.get(block.id) !== block.size);
}

/** The body of "Put Block List" that makes the blocks the blob's content. */
export function blockList(blocks: Block[]): string {
  const latest = blocks.map((block) => `<Latest>${block.id}</Latest>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><BlockList>${latest}</BlockList>`;
}
