/** The calls of File API that an upload needs. */

import { untilDone } from './retry';

/** A problem document of the service (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}

/** What the service answered instead of what was asked for. */
export class ServiceError extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfter?: number,
  ) {
    super(problem.detail ?? problem.title);
    this.name = 'ServiceError';
  }

  /** Whether the same call may succeed later. */
  get isTemporary(): boolean {
    return this.problem.status === 429 || this.problem.status >= 500;
  }
}

/** What a client tells of a file before its bytes are sent. */
export interface Declaration {
  path: string;
  size: number;
  checksum?: { algorithm: 'sha-256'; value: string };
  content_type?: string;
  modified_at?: string;
}

/** Names an upload. */
export interface UploadRef {
  file_id: string;
  version_id: string;
}

/** An upload with the link to send its bytes to. The link is a secret. */
export interface IssuedUpload extends UploadRef {
  upload: string;
  headers: Record<string, string>;
  expires_at: string;
}

/** A block that the blob service holds and that is not part of a version yet. */
export interface StagedBlock {
  id: string;
  size: number;
}

/** An upload in progress, as the workspace's list shows it. */
export interface UploadInProgress extends UploadRef {
  name: string;
  /** The folder, with a slash at its start and its end. */
  path: string;
  size: number | null;
  checksums: Record<string, string>;
}

/** What became of an upload whose bytes are there. */
export interface CompletedUpload extends UploadRef {
  state?: 'committed' | 'superseded' | 'rejected';
  reason_detail?: string;
  problem?: Problem;
}

type Item<T> = (T & { problem?: undefined }) | { problem: Problem };

const MAX_PAGES = 10;

export class UploadService {
  /**
   * @param workspace the workspace's address, that is `…/file/v2/orgs/{id}/workspaces/{id}`
   * @param token returns a token that the service accepts now
   */
  constructor(
    private readonly workspace: string,
    private readonly token: () => string | Promise<string>,
  ) {}

  /** Asks for a link for each, at most 1,000; the results are in the order asked. */
  async issue(declarations: Declaration[], signal: AbortSignal): Promise<(IssuedUpload | ServiceError)[]> {
    const answer = await this.call<{ uploads: Item<IssuedUpload>[] }>('POST', '/uploads', signal, { uploads: declarations });
    return answer.uploads.map((item) => (item.problem === undefined ? item : new ServiceError(item.problem)));
  }

  /** Returns a fresh link to the same upload. */
  renew(upload: UploadRef, signal: AbortSignal): Promise<IssuedUpload> {
    return this.call('PUT', `/files/${upload.file_id}?version_id=${upload.version_id}`, signal);
  }

  /** Returns the newest uploads in progress below a beginning of the path, 10,000 at most. */
  async inProgress(prefix: string, author: string | undefined, signal: AbortSignal): Promise<UploadInProgress[]> {
    const found: UploadInProgress[] = [];
    const query = new URLSearchParams({ prefix, limit: '1000', ...(author === undefined ? {} : { author }) });
    let page: string | null = `/uploads?${query}`;
    for (let pages = 0; page !== null && pages < MAX_PAGES; pages++) {
      const answer: { uploads: UploadInProgress[]; links: { next: string | null } } = await this.call('GET', page, signal);
      found.push(...answer.uploads);
      page = answer.links.next === null ? null : `/uploads${new URL(answer.links.next).search}`;
    }
    return found;
  }

  /** Returns the blocks that are there already. */
  async stagedBlocks(upload: UploadRef, signal: AbortSignal): Promise<StagedBlock[]> {
    const answer = await this.call<{ blocks: StagedBlock[] }>('GET', `/files/${upload.file_id}/uploads/${upload.version_id}`, signal);
    return answer.blocks;
  }

  /** Has uploads recorded whose bytes are there, at most 1,000; the results are in the order asked. */
  async complete(uploads: UploadRef[], signal: AbortSignal): Promise<CompletedUpload[]> {
    const refs = uploads.map(({ file_id, version_id }) => ({ file_id, version_id }));
    const answer = await this.call<{ uploads: CompletedUpload[] }>('POST', '/uploads/complete', signal, {
      uploads: refs,
    });
    return answer.uploads;
  }

  /** Cancels an upload; one that is gone or completed stays as it is. */
  async cancel(upload: UploadRef): Promise<void> {
    try {
      await this.call('DELETE', `/files/${upload.file_id}/uploads/${upload.version_id}`, new AbortController().signal);
    } catch (error) {
      if (!(error instanceof ServiceError) || error.isTemporary) {
        throw error;
      }
    }
  }

  private call<T>(method: string, path: string, signal: AbortSignal, body?: unknown): Promise<T> {
    return untilDone(signal, async () => {
      const response = await fetch(this.workspace + path, {
        method,
        signal,
        headers: {
          Authorization: `Bearer ${await this.token()}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        referrerPolicy: 'no-referrer',
      });
      if (!response.ok) {
        throw new ServiceError(await problemOf(response), Number(response.headers.get('Retry-After')) || undefined);
      }
      return (response.status === 204 ? undefined : await response.json()) as T;
    });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { type: 'about:blank', title: `The service answered ${response.status}.`, status: response.status };
  }
}
