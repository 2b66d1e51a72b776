import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { BASE, type Settings } from './settings';

/** A token that ends within this time is renewed before it is used, in seconds. */
const MARGIN = 60;

/** Who is signed in. Tokens live in the tab's session storage, and go when the tab is closed. */
export class Session {
  private readonly manager: UserManager;
  private user: User | null = null;
  private renewal: Promise<User | null> | undefined;

  constructor(settings: Settings) {
    const storage = new WebStorageStateStore({ store: window.sessionStorage });
    this.manager = new UserManager({
      authority: settings.authority,
      client_id: settings.client_id,
      scope: settings.scope,
      redirect_uri: `${window.location.origin}${BASE}signed-in`,
      post_logout_redirect_uri: `${window.location.origin}${BASE}`,
      response_type: 'code',
      userStore: storage,
      stateStore: storage,
      automaticSilentRenew: false,
      monitorSession: false,
      loadUserInfo: false,
    });
  }

  /** Takes up the session of this tab, or the one that begins with this page's address; returns where to go, or null to sign in. */
  async start(): Promise<string | null> {
    if (window.location.pathname === `${BASE}signed-in`) {
      this.user = await this.manager.signinRedirectCallback();
      return (this.user.state as string | undefined) ?? BASE;
    }
    this.user = await this.manager.getUser();
    return (await this.current()) === null ? null : window.location.pathname;
  }

  /** Leads to the provider, and back to a page of the console. */
  async signIn(page: string): Promise<void> {
    await this.manager.signinRedirect({ state: page });
  }

  /** Forgets the tokens here, and signs out at the provider where it can. */
  async signOut(): Promise<void> {
    const { end_session_endpoint } = await this.manager.metadataService.getMetadata();
    if (end_session_endpoint === undefined) {
      await this.manager.removeUser();
      window.location.assign(BASE);
    } else {
      await this.manager.signoutRedirect();
    }
  }

  /**
   * Returns a token that is good for a while.
   *
   * @throws SignedOut when the session has ended
   */
  token = async (): Promise<string> => {
    const user = await this.current();
    if (user === null) {
      throw new SignedOut();
    }
    return user.access_token;
  };

  private async current(): Promise<User | null> {
    if (this.user === null || (this.user.expires_in ?? Number.POSITIVE_INFINITY) > MARGIN) {
      return this.user;
    }
    this.renewal ??= this.renewed().finally(() => {
      this.renewal = undefined;
    });
    this.user = await this.renewal;
    return this.user;
  }

  private async renewed(): Promise<User | null> {
    if (this.user?.refresh_token !== undefined) {
      try {
        return await this.manager.signinSilent();
      } catch {
        // the provider has ended the session, or is away: the token at hand may last a moment longer
      }
    }
    return this.user?.expired === true ? null : this.user;
  }
}

/** The session has ended. */
export class SignedOut extends Error {
  constructor() {
    super('You have been signed out. Sign in again to go on.');
    this.name = 'SignedOut';
  }
}
