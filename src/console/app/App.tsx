import { useConsole } from './context';
import { Deleted } from './pages/Deleted';
import { File } from './pages/File';
import { Folder } from './pages/Folder';
import { Home } from './pages/Home';
import { Uploads } from './pages/Uploads';
import { Toasts } from './parts/toasts';
import { person } from './parts/text';
import { folderAddress, Link, pageAddress, type Place, type Route, route } from './router';
import { BASE } from './settings';
import { panelOpen } from './uploads';

/** The page that the address names, in its frame. */
export function App() {
  const { me, session } = useConsole();
  const now = route.value;
  return (
    <div class="shell">
      <header class="bar">
        <Link class="brand" href={BASE}>
          <img src={`${BASE}icon.svg`} alt="" width={24} height={24} />
          File API
        </Link>
        {'workspace' in now && <Pages place={now} page={now.page} />}
        <span class="grow" />
        <span class="muted">{person(me.user)}</span>
        <button type="button" class="button" onClick={() => session.signOut()}>
          Sign out
        </button>
      </header>
      <main>{pageOf(now)}</main>
      <section class="panel" aria-label="Uploads" hidden={!panelOpen.value}>
        <header>
          <h2>Uploads</h2>
          <button type="button" class="button plain" onClick={() => (panelOpen.value = false)}>
            Hide
          </button>
        </header>
        <div id="uploads" />
      </section>
      <Toasts />
    </div>
  );
}

function pageOf(now: Route) {
  switch (now.page) {
    case 'home':
      return <Home />;
    case 'folder':
      return <Folder place={now} folder={now.folder} />;
    case 'file':
      return <File place={now} id={now.id} />;
    case 'uploads':
      return <Uploads place={now} />;
    case 'deleted':
      return <Deleted place={now} />;
    case 'unknown':
      return (
        <div class="centre">
          <h1>There is no such page</h1>
          <p>
            <Link href={BASE}>Go to your workspaces</Link>
          </p>
        </div>
      );
  }
}

function Pages({ place, page }: { place: Place; page: Route['page'] }) {
  const current = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {});
  return (
    <nav aria-label="Workspace">
      <Link href={folderAddress(place, '')} {...current(page === 'folder' || page === 'file')}>
        Files
      </Link>
      <Link href={pageAddress(place, 'uploads')} {...current(page === 'uploads')}>
        Uploads
      </Link>
      <Link href={pageAddress(place, 'deleted')} {...current(page === 'deleted')}>
        Deleted
      </Link>
    </nav>
  );
}
