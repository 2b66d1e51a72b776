import { signal } from '@preact/signals';
import type { Dropped } from './parts/drops';
import type { Place } from './router';
import type { Session } from './session';

/** What is to be uploaded, and where to. */
export interface UploadOrder {
  place: Place;
  /** The folder that files go to, with a slash at its end; empty for the workspace's root. */
  folder: string;
  session: Session;
  files: Dropped[];
}

/** Whether the panel of uploads is open. */
export const panelOpen = signal(false);

/** Opens the panel of uploads, which is loaded when it is first needed, and starts with the files if there are any. */
export async function openUploads(order: UploadOrder): Promise<void> {
  panelOpen.value = true;
  const { start } = await import('./parts/UploadPanel');
  start(order);
}
