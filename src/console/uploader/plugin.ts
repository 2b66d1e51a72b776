import { BasePlugin, type Body, type DefinePluginOpts, type Meta, type PluginOpts, type Uppy, type UppyFile } from '@uppy/core';
import PQueue from 'p-queue';
import { Batch } from './batch';
import { Hashing } from './hash';
import {
  type CompletedUpload,
  type Declaration,
  type IssuedUpload,
  ServiceError,
  type UploadInProgress,
  type UploadRef,
  UploadService,
} from './service';
import { type Shared, Transfer, type UploadedFile } from './transfer';

export type { UploadedFile };

export interface FileApiUploadOptions extends PluginOpts {
  /** The workspace's address: `https://{host}/file/v2/orgs/{id}/workspaces/{id}`. */
  workspace: string;
  /** Returns a token that the service accepts now. It is asked before each call. */
  token: () => string | Promise<string>;
  /** The folder that files go to, with a slash at its end; the workspace's root by default. */
  folder?: string;
  /** Takes up only uploads that this user began, by id; those of everybody by default. */
  author?: string;
  /** A larger file is sent in blocks of this size, in bytes, at most 4,000 MiB; 8 MiB by default. */
  blockSize?: number;
  /** Requests to blob storage at once; 6 by default, which is what browsers open to a host with HTTP/1.1. */
  parallel?: number;
}

const DEFAULTS = { folder: '', blockSize: 8 << 20, parallel: 6 };

/** Files on their way at once, so that few links are issued long before they are used. */
const FILES_AT_ONCE = 256;
const BATCH = 256;
const BATCH_WAIT = 40;
/** Between two reports of a file's progress, in milliseconds: each costs a change of Uppy's state. */
const PROGRESS_EVERY = 150;

type Options = DefinePluginOpts<FileApiUploadOptions, keyof typeof DEFAULTS>;

/** Uploads Uppy's files to a workspace of File API. */
export class FileApiUpload<M extends Meta = Meta, B extends Body = Body> extends BasePlugin<Options, M, B> {
  private readonly service: UploadService;
  private readonly hashing: Hashing;
  private readonly files = new PQueue({ concurrency: FILES_AT_ONCE });
  private readonly requests: PQueue;
  private readonly transfers = new Map<string, Transfer>();

  constructor(uppy: Uppy<M, B>, options: FileApiUploadOptions) {
    super(uppy, { ...DEFAULTS, ...options });
    this.id = options.id ?? 'FileApiUpload';
    this.type = 'uploader';
    this.service = new UploadService(this.opts.workspace.replace(/\/$/, ''), this.opts.token);
    this.hashing = new Hashing(Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1)));
    this.requests = new PQueue({ concurrency: this.opts.parallel });
  }

  override install(): void {
    const { capabilities } = this.uppy.getState();
    this.uppy.setState({
      capabilities: { ...capabilities, uploadProgress: true, resumableUploads: true, individualCancellation: true },
    });
    this.uppy.addUploader(this.upload);
    this.uppy.on('upload-pause', this.paused);
    this.uppy.on('pause-all', this.allPaused);
    this.uppy.on('resume-all', this.allResumed);
    this.uppy.on('file-removed', this.removed);
  }

  override uninstall(): void {
    this.uppy.removeUploader(this.upload);
    this.uppy.off('upload-pause', this.paused);
    this.uppy.off('pause-all', this.allPaused);
    this.uppy.off('resume-all', this.allResumed);
    this.uppy.off('file-removed', this.removed);
    this.hashing.close();
  }

  private readonly upload = async (ids: string[]): Promise<void> => {
    const files = ids.map((id) => this.uppy.getFile(id)).filter((file) => !file.progress.uploadComplete && !file.error);
    this.uppy.emit('upload-start', files);
    const shared = this.shared(files);
    await Promise.all(files.map((file) => this.files.add(() => this.send(file, shared))));
  };

  private readonly paused = (file: UppyFile<M, B> | undefined, isPaused: boolean): void => {
    const transfer = file === undefined ? undefined : this.transfers.get(file.id);
    if (isPaused) {
      transfer?.pause();
    } else {
      transfer?.resume();
    }
  };

  private readonly allPaused = (): void => {
    this.files.pause();
    this.transfers.forEach((transfer) => transfer.pause());
  };

  private readonly allResumed = (): void => {
    this.files.start();
    this.transfers.forEach((transfer) => transfer.resume());
  };

  private readonly removed = (file: UppyFile<M, B>): void => {
    this.transfers
      .get(file.id)
      ?.cancel()
      .catch((error) => this.uppy.log(`an upload could not be cancelled: ${error}`, 'warning'));
  };

  private async send(file: UppyFile<M, B>, shared: Shared): Promise<void> {
    const bytes = file.data;
    if (this.uppy.getFile(file.id) === undefined || !(bytes instanceof Blob)) {
      return;
    }
    const transfer = new Transfer(
      shared,
      {
        path: this.pathOf(file),
        bytes,
        type: file.type ?? '',
        modifiedAt: bytes instanceof File ? new Date(bytes.lastModified) : undefined,
      },
      this.listenerOf(file, bytes.size),
    );
    this.transfers.set(file.id, transfer);
    try {
      if (this.uppy.getFile(file.id).isPaused) {
        transfer.pause();
      }
      const uploaded = await transfer.run();
      this.uppy.emit('upload-success', this.uppy.getFile(file.id), {
        status: 200,
        body: uploaded as unknown as B,
      });
    } catch (error) {
      if (this.uppy.getFile(file.id) !== undefined) {
        this.uppy.emit('upload-error', file, error as Error);
      }
    } finally {
      this.transfers.delete(file.id);
    }
  }

  private pathOf(file: UppyFile<M, B>): string {
    return this.opts.folder + (file.meta.relativePath || file.meta.name).replace(/^\/+/, '');
  }

  private listenerOf(file: UppyFile<M, B>, size: number) {
    let last = 0;
    const report = (event: 'read' | 'sent', bytes: number) => {
      const now = performance.now();
      const known = this.uppy.getFile(file.id);
      if (known === undefined || now - last < PROGRESS_EVERY) {
        return;
      }
      last = now;
      if (event === 'read') {
        this.uppy.emit('preprocess-progress', known, {
          mode: 'determinate',
          message: 'Computing the checksum',
          value: size === 0 ? 1 : bytes / size,
        });
        return;
      }
      if (known.progress.preprocess !== undefined) {
        this.uppy.emit('preprocess-complete', known);
      }
      this.uppy.emit('upload-progress', known, {
        uploadStarted: known.progress.uploadStarted ?? Date.now(),
        bytesUploaded: bytes,
        bytesTotal: size,
      });
    };
    return {
      read: (bytes: number) => report('read', bytes),
      sent: (bytes: number) => report('sent', bytes),
    };
  }

  private shared(files: UppyFile<M, B>[]): Shared {
    const signal = new AbortController().signal;
    let found: Promise<Map<string, UploadInProgress>> | undefined;
    return {
      service: this.service,
      hashing: this.hashing,
      requests: this.requests,
      links: new Batch<Declaration, IssuedUpload>((all) => this.service.issue(all, signal), BATCH, BATCH_WAIT),
      completions: new Batch<UploadRef, CompletedUpload>((all) => this.service.complete(all, signal), BATCH, BATCH_WAIT),
      earlier: async (path, sha256) => {
        found ??= this.inProgress(commonStart(files.map((file) => this.pathOf(file))));
        return (await found).get(key(path, sha256));
      },
      blockSize: this.opts.blockSize,
    };
  }

  /** The newest of each path and checksum. Without a list nothing is taken up, which costs time and is no failure. */
  private async inProgress(prefix: string): Promise<Map<string, UploadInProgress>> {
    const byKey = new Map<string, UploadInProgress>();
    try {
      const all = await this.service.inProgress(prefix, this.opts.author, new AbortController().signal);
      for (const upload of all.reverse()) {
        byKey.set(key((upload.path + upload.name).slice(1), upload.checksums['sha-256'] ?? ''), upload);
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        throw error;
      }
      this.uppy.log(`earlier uploads are not known: ${error.message}`, 'warning');
    }
    return byKey;
  }
}

function key(path: string, sha256: string): string {
  return `${sha256} ${path.normalize('NFC')}`;
}

function commonStart(paths: string[]): string {
  const sorted = [...paths].sort();
  const first = sorted[0] ?? '';
  const last = sorted[sorted.length - 1] ?? '';
  let length = 0;
  while (length < first.length && first[length] === last[length]) {
    length++;
  }
  return first.slice(0, length);
}
