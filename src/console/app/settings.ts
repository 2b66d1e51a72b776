/** What the service tells the console: how people sign in. */
export interface Settings {
  /** The address of the OpenID Connect provider, below which its `.well-known/openid-configuration` is. */
  authority: string;
  client_id: string;
  scope: string;
}

/** Where the console is, with a slash at its end. */
export const BASE = import.meta.env.BASE_URL;

/** @throws Error when the service cannot be reached */
export async function loadSettings(): Promise<Settings> {
  const response = await fetch(`${BASE}settings.json`);
  if (!response.ok) {
    throw new Error(`The service answered ${response.status} when it was asked how to sign in.`);
  }
  return (await response.json()) as Settings;
}
