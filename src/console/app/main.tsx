import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import { render } from 'preact';
import { App } from './App';
import { FilesApi } from './api/client';
import { ConsoleContext } from './context';
import { SignIn } from './pages/SignIn';
import { go } from './router';
import { Session } from './session';
import { BASE, loadSettings } from './settings';

const root = document.getElementById('app') as HTMLElement;

async function start(): Promise<void> {
  const session = new Session(await loadSettings());
  const signIn = (error?: unknown) => {
    const page = window.location.pathname === `${BASE}signed-in` ? BASE : window.location.pathname;
    render(<SignIn error={error} onSignIn={() => session.signIn(page).catch(signIn)} />, root);
  };
  try {
    const page = await session.start();
    if (page === null) {
      signIn();
      return;
    }
    const api = new FilesApi(session);
    const me = await api.me();
    go(page, true);
    render(
      <ConsoleContext.Provider value={{ session, api, me }}>
        <App />
      </ConsoleContext.Provider>,
      root,
    );
  } catch (error) {
    signIn(error);
  }
}

start().catch((error) => {
  render(<SignIn error={error} onSignIn={() => window.location.reload()} />, root);
});
