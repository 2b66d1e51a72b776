import type PQueue from 'p-queue';
import type { Batch } from './batch';
import { type Block, blockList, blocksOf, missing } from './blocks';
import type { Hashing } from './hash';
import { Link } from './link';
import { BlobError, put } from './put';
import { untilDone } from './retry';
import {
  type CompletedUpload,
  type Declaration,
  type IssuedUpload,
  ServiceError,
  type UploadInProgress,
  type UploadRef,
  type UploadService,
} from './service';

/** What all transfers share. */
export interface Shared {
  service: UploadService;
  hashing: Hashing;
  /** Where requests to blob storage take turns. */
  requests: PQueue;
  links: Batch<Declaration, IssuedUpload>;
  completions: Batch<UploadRef, CompletedUpload>;
  /** Finds the upload in progress of a path with a checksum. */
  earlier: (path: string, sha256: string) => Promise<UploadInProgress | undefined>;
  blockSize: number;
}

/** A file, and where it goes. */
export interface Source {
  path: string;
  bytes: Blob;
  type: string;
  modifiedAt: Date | undefined;
}

/** What is told while a file is sent, in bytes. */
export interface Listener {
  read(bytes: number): void;
  sent(bytes: number): void;
}

/** A version that the service has recorded. */
export interface UploadedFile {
  path: string;
  fileId: string;
  versionId: string;
  sha256: string;
}

/** Sends one file, from its checksum to its record. Broken off anywhere, it goes on with what is missing. */
export class Transfer {
  private readonly ended = new AbortController();
  private running = new AbortController();
  private resumed: Promise<void> = Promise.resolve();
  private resume_: () => void = () => {};
  private sha256: Promise<string> | undefined;
  private link: Link | undefined;
  private upload: UploadRef | undefined;
  private todo: Block[] | undefined;
  private readonly onTheWay = new Map<string, number>();
  private settled = 0;

  constructor(
    private readonly shared: Shared,
    private readonly source: Source,
    private readonly listener: Listener,
  ) {}

  /**
   * Returns what was recorded.
   *
   * @throws an error that says what went wrong, or an AbortError after {@link cancel}
   */
  async run(): Promise<UploadedFile> {
    for (;;) {
      await this.resumed;
      const signal = AbortSignal.any([this.ended.signal, this.running.signal]);
      try {
        signal.throwIfAborted();
        return await this.attempt(signal);
      } catch (error) {
        if (this.ended.signal.aborted || !signal.aborted) {
          throw error;
        }
      }
    }
  }

  /** Stops sending; {@link run} goes on after {@link resume}. */
  pause(): void {
    if (!this.running.signal.aborted) {
      this.resumed = new Promise((resolve) => {
        this.resume_ = resolve;
      });
      this.running.abort();
    }
  }

  resume(): void {
    if (this.running.signal.aborted) {
      this.running = new AbortController();
      this.resume_();
    }
  }

  /** Ends it for good, here and at the service. */
  async cancel(): Promise<void> {
    this.ended.abort();
    this.resume_();
    if (this.upload !== undefined) {
      await this.shared.service.cancel(this.upload);
    }
  }

  private async attempt(signal: AbortSignal): Promise<UploadedFile> {
    const { path, bytes } = this.source;
    this.sha256 ??= this.shared.hashing.of(bytes, (read) => this.listener.read(read));
    const sha256 = await this.sha256;
    signal.throwIfAborted();
    const blocks = bytes.size > this.shared.blockSize ? blocksOf(bytes.size, this.shared.blockSize) : [];
    this.link ??= await this.linked(path, sha256, blocks, signal);
    try {
      await this.send(this.link, blocks, signal);
    } catch (error) {
      if (!(error instanceof BlobError && isTaken(error))) {
        throw error;
      }
    }
    return this.recorded(sha256);
  }

  /** Takes up an upload of the same bytes that was broken off, or begins one. */
  private async linked(path: string, sha256: string, blocks: Block[], signal: AbortSignal): Promise<Link> {
    const issued = (await this.takenUp(path, sha256, blocks, signal)) ?? (await this.begun(path, sha256, blocks));
    this.upload = { file_id: issued.file_id, version_id: issued.version_id };
    if (this.ended.signal.aborted) {
      await this.shared.service.cancel(this.upload);
    }
    signal.throwIfAborted();
    return new Link(issued, (upload) => this.shared.service.renew(upload, this.ended.signal));
  }

  private async takenUp(path: string, sha256: string, blocks: Block[], signal: AbortSignal): Promise<IssuedUpload | undefined> {
    const earlier = blocks.length === 0 ? undefined : await this.shared.earlier(path, sha256);
    if (earlier === undefined) {
      return undefined;
    }
    try {
      const issued = await this.shared.service.renew(earlier, signal);
      this.todo = missing(blocks, await this.shared.service.stagedBlocks(earlier, signal));
      return issued;
    } catch (error) {
      if (error instanceof ServiceError && !error.isTemporary) {
        return undefined;
      }
      throw error;
    }
  }

  private begun(path: string, sha256: string, blocks: Block[]): Promise<IssuedUpload> {
    const { bytes, type, modifiedAt } = this.source;
    this.todo = blocks;
    return this.shared.links.of({
      path,
      size: bytes.size,
      checksum: { algorithm: 'sha-256', value: sha256 },
      ...(type === '' ? {} : { content_type: type }),
      ...(modifiedAt === undefined ? {} : { modified_at: modifiedAt.toISOString() }),
    });
  }

  private async send(link: Link, blocks: Block[], signal: AbortSignal): Promise<void> {
    if (blocks.length === 0) {
      const { headers } = await link.get();
      this.settled = 0;
      await this.queued(link, '', { id: '', start: 0, size: this.source.bytes.size }, headers, signal);
      return;
    }
    this.settled = blocks.reduce((sum, block) => sum + block.size, 0);
    this.settled -= (this.todo ?? blocks).reduce((sum, block) => sum + block.size, 0);
    this.tell();
    await this.allSent(link, signal);
    await this.put(link, '&comp=blocklist', blockList(blocks), { 'Content-Type': 'application/xml' }, signal, () => {});
  }

  private async allSent(link: Link, signal: AbortSignal): Promise<void> {
    const failed = new AbortController();
    const either = AbortSignal.any([signal, failed.signal]);
    await Promise.all(
      (this.todo ?? []).map(async (block) => {
        try {
          await this.queued(link, `&comp=block&blockid=${encodeURIComponent(block.id)}`, block, {}, either);
          this.todo = this.todo?.filter((other) => other !== block);
        } catch (error) {
          failed.abort(error);
          throw error;
        }
      }),
    );
  }

  private queued(link: Link, query: string, block: Block, headers: Record<string, string>, signal: AbortSignal): Promise<void> {
    const part = this.source.bytes.slice(block.start, block.start + block.size);
    return this.shared.requests.add(
      async () => {
        try {
          await this.put(link, query, part, headers, signal, (bytes) => {
            this.onTheWay.set(block.id, Math.min(bytes, block.size));
            this.tell();
          });
          this.settled += block.size;
        } finally {
          this.onTheWay.delete(block.id);
          this.tell();
        }
      },
      { signal },
    );
  }

  private async put(
    link: Link,
    query: string,
    body: Blob | string,
    headers: Record<string, string>,
    signal: AbortSignal,
    progress: (bytes: number) => void,
  ): Promise<void> {
    const at = (issued: IssuedUpload) => untilDone(signal, () => put(issued.upload + query, body, headers, signal, progress));
    const issued = await link.get();
    try {
      await at(issued);
    } catch (error) {
      if (!(error instanceof BlobError && error.isRefused)) {
        throw error;
      }
      await at(await link.after(issued));
    }
  }

  private async recorded(sha256: string): Promise<UploadedFile> {
    const upload = this.upload as UploadRef;
    const { state, reason_detail, problem } = await this.shared.completions.of(upload);
    if (problem !== undefined) {
      throw new ServiceError(problem);
    }
    if (state === 'superseded') {
      throw new Error('Another version was made of this file meanwhile.');
    }
    if (state !== 'committed') {
      throw new Error(reason_detail ?? 'The service refused the bytes.');
    }
    this.upload = undefined;
    return { path: this.source.path, fileId: upload.file_id, versionId: upload.version_id, sha256 };
  }

  private tell(): void {
    let bytes = this.settled;
    for (const part of this.onTheWay.values()) {
      bytes += part;
    }
    this.listener.sent(bytes);
  }
}

/** The blob is sealed: an answer was lost, and the service knows which bytes it has. */
function isTaken(error: BlobError): boolean {
  return error.status === 409 || error.status === 412;
}
