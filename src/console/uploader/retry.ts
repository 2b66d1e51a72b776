/** An error after which the same request may succeed. */
export interface Temporary {
  readonly isTemporary: boolean;
  /** Seconds after which to ask again; a growing time when there is none. */
  readonly retryAfter?: number | undefined;
}

const ATTEMPTS = 8;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/**
 * Makes a request until it succeeds: after each temporary error again, at growing intervals with some chance in them, so that
 * many clients do not come back at once.
 *
 * @throws the error of the last of 8 attempts, of one that is not temporary, or of the signal
 */
export async function untilDone<T>(signal: AbortSignal, request: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === ATTEMPTS || !isTemporary(error)) {
        throw error;
      }
      await pause(waitAfter(attempt, error), signal);
    }
  }
}

/** Resolves after some milliseconds; rejects as soon as the signal is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** A request that did not reach the service fails with a TypeError (Fetch standard, "fetch()"). */
function isTemporary(error: unknown): boolean {
  return error instanceof TypeError || (error as Partial<Temporary>).isTemporary === true;
}

function waitAfter(attempt: number, error: unknown): number {
  const asked = (error as Partial<Temporary>).retryAfter;
  const wait = asked === undefined ? FIRST_WAIT * 2 ** (attempt - 1) : asked * 1_000;
  return Math.min(wait, LONGEST_WAIT) * (1 + Math.random() / 2);
}
