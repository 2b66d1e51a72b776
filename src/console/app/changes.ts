import { signal } from '@preact/signals';

/** Counts what was changed from here, so that what shows files looks again. */
export const changes = signal(0);

export function changed(): void {
  changes.value += 1;
}
