import { explain } from '../api/problem';

/** What went wrong, in a sentence, with what to do about it. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const { sentence, advice, again } = explain(error);
  return (
    <div class="note danger" role="alert">
      <p>
        <strong>{sentence}</strong> {advice}
      </p>
      {again && retry !== undefined && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
