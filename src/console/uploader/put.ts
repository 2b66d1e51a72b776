import type { Temporary } from './retry';

/** What the blob service answered instead of storing the bytes. */
export class BlobError extends Error implements Temporary {
  /**
   * @param status of the answer; 0 when there was none
   * @param code the service's own ("Blob service error codes")
   */
  constructor(
    readonly status: number,
    readonly code: string | null,
    readonly retryAfter?: number,
  ) {
    super(status === 0 ? 'Blob storage cannot be reached.' : `Blob storage answered ${status} ${code ?? ''}.`);
    this.name = 'BlobError';
  }

  get isTemporary(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether the link has ended, or was never good. */
  get isRefused(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** A request that sends nothing for this long is given up, in milliseconds. */
const STALLED_AFTER = 60_000;

/**
 * Sends bytes by XMLHttpRequest: unlike `fetch` it tells how many have gone.
 *
 * @param progress is told how many bytes of this request have gone so far
 * @throws BlobError when they are not stored, and the signal's reason when it is aborted
 */
export function put(
  url: string,
  body: Blob | string,
  headers: Record<string, string>,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    let stalled = 0;
    const watch = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), STALLED_AFTER) as unknown as number;
    };
    const stop = () => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.upload.addEventListener('progress', (event) => {
      watch();
      progress(event.loaded);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) {
        reject(signal.reason);
      } else if (request.status >= 200 && request.status < 300) {
        resolve();
      } else {
        const seconds = Number(request.status === 0 ? null : request.getResponseHeader('Retry-After')) || undefined;
        const code = request.status === 0 ? null : request.getResponseHeader('x-ms-error-code');
        reject(new BlobError(request.status, code, seconds));
      }
    });
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    watch();
    request.send(body);
  });
}
