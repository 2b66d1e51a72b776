import { SignedOut } from '../session';
import type { components } from './types';

export type ProblemDocument = components['schemas']['Problem'];

/** What went wrong, as a sentence, and what one can do. */
export interface Explained {
  sentence: string;
  advice: string;
  /** Whether the same may work later. */
  again: boolean;
}

/** The service refused a call. */
export class Refused extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail ?? problem.title);
    this.name = 'Refused';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Blob storage did not hand over the bytes of a link. */
export class LinkRefused extends Error {
  constructor() {
    super('The bytes could not be loaded: the link has ended, or blob storage cannot be reached.');
    this.name = 'LinkRefused';
  }
}

const BY_ENDING: [ending: string, sentence: string, advice: string][] = [
  ['/auth/missing-token', 'Your session has ended.', 'Sign in again.'],
  ['/auth/invalid-token', 'You have no access to this organisation.', 'Ask its administrator, or choose another workspace.'],
  ['/auth/insufficient-role', 'Your role in this workspace does not allow this.', 'Ask an owner of the workspace for a higher role.'],
  ['/files/not-found', 'This file does not exist.', 'It may have been deleted or moved: look at the deleted files.'],
  ['/files/gone', 'This file has been deleted.', 'It can be restored from the deleted files for a while.'],
  ['/files/precondition-failed', 'Somebody else changed this file meanwhile.', 'Look at its newest version, then decide again.'],
  ['/files/no-file-upload-in-progress', 'This upload has ended already.', 'Look at the file: it may be complete.'],
  ['/files/upload-incomplete', 'Not all bytes of this upload have arrived.', 'Resume it with the same file.'],
];

/** Explains whatever was thrown. */
export function explain(error: unknown): Explained {
  if (error instanceof SignedOut) {
    return { sentence: 'Your session has ended.', advice: 'Sign in again.', again: false };
  }
  if (error instanceof Refused) {
    return explained(error.problem);
  }
  if (error instanceof LinkRefused) {
    return { sentence: error.message, advice: 'Try again with a fresh link.', again: true };
  }
  if (error instanceof TypeError) {
    return { sentence: 'The service cannot be reached.', advice: 'Check your connection, then try again.', again: true };
  }
  return { sentence: error instanceof Error ? error.message : String(error), advice: 'Try again.', again: true };
}

function explained({ type, title, status, detail }: ProblemDocument): Explained {
  const known = BY_ENDING.find(([ending]) => type.endsWith(ending));
  if (known !== undefined) {
    return { sentence: known[1], advice: known[2], again: false };
  }
  if (status === 429 || status >= 500) {
    return { sentence: 'The service is busy or not well.', advice: 'Try again in a moment.', again: true };
  }
  return { sentence: detail || title, advice: 'Change it, then try again.', again: false };
}
