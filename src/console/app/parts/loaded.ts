import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';

/** What is being loaded, has been, or could not be. */
export interface Loaded<T> {
  value: Signal<T | undefined>;
  error: Signal<unknown>;
  reload: () => void;
}

/** Loads something for a component, again whenever one of the inputs changes; an answer that comes too late is dropped. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, inputs: unknown[]): Loaded<T> {
  const value = useSignal<T | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const round = useSignal(0);
  useEffect(() => {
    const abort = new AbortController();
    error.value = undefined;
    load(abort.signal).then(
      (result) => {
        if (!abort.signal.aborted) {
          value.value = result;
        }
      },
      (reason) => {
        if (!abort.signal.aborted) {
          error.value = reason;
        }
      },
    );
    return () => abort.abort();
  }, [...inputs, round.value]);
  const reload = useCallback(() => {
    round.value += 1;
  }, []);
  return { value, error, reload };
}
