import { Problem } from '../parts/Problem';

/** What somebody sees who has not signed in. */
export function SignIn({ error, onSignIn }: { error?: unknown; onSignIn: () => void }) {
  return (
    <main class="shell-alone">
      <div class="centre">
        <h1>File API</h1>
        <p class="muted">The files of your organisation's workspaces, with all their versions.</p>
        {error !== undefined && <Problem error={error} />}
        <button type="button" class="button primary" onClick={onSignIn}>
          Sign in
        </button>
      </div>
    </main>
  );
}
