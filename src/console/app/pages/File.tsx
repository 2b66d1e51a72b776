import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { FileDetails, FileVersion } from '../api/client';
import { explain } from '../api/problem';
import { changed } from '../changes';
import { useConsole } from '../context';
import { useLoaded } from '../parts/loaded';
import { Preview } from '../parts/Preview';
import { Problem } from '../parts/Problem';
import { clock, person, size, time } from '../parts/text';
import { tell } from '../parts/toasts';
import { folderAddress, go, Link, type Place } from '../router';

/** How long a link to download lasts ("GET a file"), in milliseconds. */
const LINK_LASTS = 30 * 60_000;

const VERIFICATIONS: Record<FileDetails['verification'], string> = {
  verified: 'verified: the service has read the bytes, and they are those that were sent',
  pending: 'being verified: the service is still reading the bytes',
  unverified: 'not verified: no checksum was told',
  failed: 'failed',
};

/** A file: its preview, what is known of it, and its versions. */
export function File({ place, id }: { place: Place; id: string }) {
  const { api } = useConsole();
  const workspace = useMemo(() => api.in(place), [place.organisation, place.workspace]);
  const failed = useSignal<unknown>(undefined);
  const { value, error, reload } = useLoaded(() => workspace.file(id, { include_versions: true }), [workspace, id]);
  const file = value.value;

  const attempt = async (action: () => Promise<void>) => {
    failed.value = undefined;
    try {
      await action();
    } catch (reason) {
      failed.value = reason;
    }
  };
  const download = (version?: string) =>
    attempt(async () => {
      const { download: link } = await workspace.file(id, version === undefined ? {} : { version_id: version });
      window.location.assign(link);
    });
  const copyLink = () =>
    attempt(async () => {
      const { download: link } = await workspace.file(id);
      const end = new Date(Date.now() + LINK_LASTS);
      await navigator.clipboard.writeText(link);
      tell(`Link copied. Whoever has it can download the file until ${clock(end)}.`);
    });
  const remove = (shown: FileDetails) =>
    attempt(async () => {
      await workspace.delete(id);
      tell(`${shown.name} deleted.`, { label: 'Undo', act: () => undo(shown) });
      go(folderAddress(place, shown.path.slice(1)));
    });
  const undo = async (shown: FileDetails) => {
    try {
      await workspace.restore(id);
      changed();
    } catch (reason) {
      tell(`${shown.name} is still deleted. ${explain(reason).sentence}`);
    }
  };
  const promote = (shown: FileDetails, version: string) =>
    attempt(async () => {
      const isThere = await workspace.promote(id, version, shown.etag);
      tell(isThere ? 'The old version is the current one again.' : 'The old version is being copied, and is the current one after that.');
      reload();
    });

  if (error.value !== undefined) {
    return <Problem error={error.value} retry={reload} />;
  }
  if (file === undefined) {
    return <p class="muted">Loading …</p>;
  }
  return (
    <>
      <nav class="crumbs" aria-label="Folder">
        <ol>
          <li>
            <Link href={folderAddress(place, file.path.slice(1))}>{file.path === '/' ? 'Files' : file.path.slice(1, -1)}</Link>
          </li>
        </ol>
      </nav>
      <h1>{file.name}</h1>
      <div class="tools">
        <button type="button" class="button primary" onClick={() => download()}>
          Download
        </button>
        <button type="button" class="button" onClick={copyLink}>
          Copy link
        </button>
        <button type="button" class="button" onClick={() => remove(file)}>
          Delete
        </button>
      </div>
      {failed.value !== undefined && <Problem error={failed.value} retry={reload} />}
      <Preview workspace={workspace} file={file} />
      <section class="card" aria-labelledby="about">
        <h2 id="about" style={{ marginTop: 0 }}>
          About
        </h2>
        <Facts file={file} />
      </section>
      <section class="card" aria-labelledby="versions">
        <h2 id="versions" style={{ marginTop: 0 }}>
          Versions
        </h2>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">By</th>
              <th scope="col">Size</th>
              <th scope="col" class="wide">
                Verification
              </th>
              <th scope="col">
                <span class="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {file.versions?.map((version) => (
              <Version
                key={version.version_id}
                version={version}
                isLatest={version.version_id === file.version_id}
                onDownload={() => download(version.version_id)}
                onPromote={() => promote(file, version.version_id)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Version({
  version,
  isLatest,
  onDownload,
  onPromote,
}: {
  version: FileVersion;
  isLatest: boolean;
  onDownload: () => void;
  onPromote: () => void;
}) {
  const made = time(version.created_at);
  return (
    <tr>
      <td>
        {made}
        {isLatest && <strong> · current</strong>}
      </td>
      <td>{person(version.created_by)}</td>
      <td>{size(version.size)}</td>
      <td class="wide">{version.verification}</td>
      <td>
        <button type="button" class="button plain" aria-label={`Download the version of ${made}`} onClick={onDownload}>
          Download
        </button>
        {!isLatest && (
          <button type="button" class="button plain" aria-label={`Make the version of ${made} current`} onClick={onPromote}>
            Make current
          </button>
        )}
      </td>
    </tr>
  );
}

function Facts({ file }: { file: FileDetails }) {
  const facts: [string, string, string?][] = [
    ['Size', `${size(file.size)} (${file.size.toLocaleString()} bytes)`],
    ['Type', file.content_type],
    ['Changed', `${time(file.modified_at)} by ${person(file.modified_by)}`],
    ['Created', `${time(file.created_at)} by ${person(file.created_by)}`],
    ...(file.source_modified_at === null ? [] : [['At its source', time(file.source_modified_at)] as [string, string]]),
    ['Verification', VERIFICATIONS[file.verification]],
    ...Object.entries(file.checksums).map(([name, value]): [string, string, string] => [name.toUpperCase(), value ?? '', 'mono']),
    ...Object.entries(file.tags).map(([name, value]): [string, string] => [`Tag ${name}`, value]),
    ...Object.entries(file.metadata).map(([name, value]): [string, string] => [name, value]),
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value, style]) => (
        <>
          <dt>{name}</dt>
          <dd class={style}>{value}</dd>
        </>
      ))}
    </dl>
  );
}
