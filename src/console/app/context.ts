import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FilesApi, Me } from './api/client';
import type { Session } from './session';

/** What every page has at hand. */
export interface Console {
  session: Session;
  api: FilesApi;
  me: Me;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (console === undefined) {
    throw new Error('This component belongs below a ConsoleContext.');
  }
  return console;
}
