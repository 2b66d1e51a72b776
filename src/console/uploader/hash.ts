/** Has the SHA-256 of files computed by workers, so that the page stays free. */

interface Message {
  id: number;
  done?: number;
  sha256?: string;
  error?: string;
}

interface Waiting {
  resolve: (sha256: string) => void;
  reject: (error: Error) => void;
  progress: (bytes: number) => void;
}

export class Hashing {
  private readonly workers: Worker[] = [];
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;

  /** @param most workers at once, at least 1; they are started when they are needed */
  constructor(private readonly most: number) {}

  /**
   * Returns the SHA-256 in base64.
   *
   * @param progress is told how many bytes have been read so far
   * @throws Error when the bytes cannot be read, for example because the file was changed since it was chosen
   */
  of(bytes: Blob, progress: (bytes: number) => void): Promise<string> {
    return new Promise((resolve, reject) => {
      const id = this.next++;
      this.waiting.set(id, { resolve, reject, progress });
      this.worker(id).postMessage({ id, bytes });
    });
  }

  /** Ends the workers. */
  close(): void {
    this.workers.splice(0).forEach((worker) => worker.terminate());
    this.waiting.clear();
  }

  private worker(id: number): Worker {
    const index = id % this.most;
    return (this.workers[index] ??= this.start());
  }

  private start(): Worker {
    const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<Message>) => this.hear(event.data);
    worker.onerror = (event) => {
      const all = [...this.waiting.values()];
      this.waiting.clear();
      all.forEach(({ reject }) => reject(new Error(event.message || 'The worker for checksums failed.')));
    };
    return worker;
  }

  private hear({ id, done, sha256, error }: Message): void {
    const one = this.waiting.get(id);
    if (one === undefined) {
      return;
    }
    if (done !== undefined) {
      one.progress(done);
      return;
    }
    this.waiting.delete(id);
    if (sha256 === undefined) {
      one.reject(new Error(error ?? 'The file cannot be read.'));
    } else {
      one.resolve(sha256);
    }
  }
}
