import type { FileDetails, WorkspaceApi } from '../api/client';
import { LinkRefused } from '../api/problem';
import { useLoaded } from './loaded';
import { Problem } from './Problem';

/** Of a text, at most this much is shown, in bytes. */
const TEXT_SHOWN = 64 << 10;
const IMAGE_SHOWN = 32 << 20;

type Shown = { kind: 'image' | 'pdf'; link: string } | { kind: 'text'; text: string; cut: boolean } | undefined;

/** Shows images, PDF and the beginning of texts; of other types nothing. */
export function Preview({ workspace, file }: { workspace: WorkspaceApi; file: FileDetails }) {
  const { value, error, reload } = useLoaded((signal) => load(workspace, file, signal), [workspace, file.file_id, file.version_id]);
  const shown = value.value;
  if (error.value !== undefined) {
    return <Problem error={error.value} retry={reload} />;
  }
  if (shown === undefined) {
    return null;
  }
  const failed = () => {
    error.value = new LinkRefused();
  };
  return (
    <section class="card preview" aria-label="Preview" tabIndex={0}>
      {shown.kind === 'image' && <img src={shown.link} alt={file.name} referrerpolicy="no-referrer" onError={failed} />}
      {shown.kind === 'pdf' && <iframe src={shown.link} title={file.name} referrerpolicy="no-referrer" />}
      {shown.kind === 'text' && (
        <pre class="mono">
          {shown.text}
          {shown.cut ? '\n…' : ''}
        </pre>
      )}
    </section>
  );
}

async function load(workspace: WorkspaceApi, file: FileDetails, signal: AbortSignal): Promise<Shown> {
  const kind = kindOf(file);
  if (kind === undefined) {
    return undefined;
  }
  const { download: link } = await workspace.file(file.file_id, { version_id: file.version_id, disposition: 'inline' });
  if (kind !== 'text') {
    return { kind, link };
  }
  const range = file.size > TEXT_SHOWN ? { headers: { Range: `bytes=0-${TEXT_SHOWN - 1}` } } : {};
  const response = await fetch(link, { ...range, signal, referrerPolicy: 'no-referrer' });
  if (!response.ok) {
    throw new LinkRefused();
  }
  return { kind, text: await response.text(), cut: file.size > TEXT_SHOWN };
}

function kindOf({ content_type: type, size }: FileDetails): 'image' | 'pdf' | 'text' | undefined {
  const bare = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (bare === 'application/pdf') {
    return 'pdf';
  }
  if (bare.startsWith('image/') && bare !== 'image/svg+xml' && size <= IMAGE_SHOWN) {
    return 'image';
  }
  return (bare.startsWith('text/') && bare !== 'text/html') || bare === 'application/json' ? 'text' : undefined;
}
