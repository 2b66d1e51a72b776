import { useEffect } from 'preact/hooks';
import { useConsole } from '../context';
import { folderAddress, go, Link, type Place } from '../router';

/** The workspaces of the caller; where there is only one, that one. */
export function Home() {
  const { me } = useConsole();
  const places: (Place & { role: string })[] = me.organisations.flatMap(({ id, workspaces }) =>
    workspaces.map((workspace) => ({ organisation: id, workspace: workspace.id, role: workspace.role })),
  );
  const only = places.length === 1 ? places[0] : undefined;
  useEffect(() => {
    if (only !== undefined) {
      go(folderAddress(only, ''), true);
    }
  }, [only]);
  if (places.length === 0) {
    return (
      <div class="centre">
        <h1>You have no workspace yet</h1>
        <p class="muted">Ask the administrator of your organisation for a role in a workspace, then sign in again.</p>
      </div>
    );
  }
  return (
    <>
      <h1>Workspaces</h1>
      {me.organisations.map(({ id, workspaces }) => (
        <section class="card" key={id} aria-label={`Organisation ${id}`}>
          <h2 style={{ marginTop: 0 }}>Organisation</h2>
          <p class="mono">{id}</p>
          <ul>
            {workspaces.map((workspace) => (
              <li key={workspace.id}>
                <Link class="mono" href={folderAddress({ organisation: id, workspace: workspace.id }, '')}>
                  {workspace.id}
                </Link>{' '}
                <span class="muted">{workspace.role}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
