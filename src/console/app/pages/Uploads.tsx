import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { PendingUpload } from '../api/client';
import { changes } from '../changes';
import { useConsole } from '../context';
import type { Dropped } from '../parts/drops';
import { useLoaded } from '../parts/loaded';
import { Problem } from '../parts/Problem';
import { person, size, time } from '../parts/text';
import { fileAddress, Link, type Place } from '../router';
import { openUploads } from '../uploads';

/** The uploads of the workspace that have begun and not ended, whoever began them. */
export function Uploads({ place }: { place: Place }) {
  const { api, session } = useConsole();
  const workspace = useMemo(() => api.in(place), [place.organisation, place.workspace]);
  const cursor = useSignal('');
  const failed = useSignal<unknown>(undefined);
  const { value, error, reload } = useLoaded((signal) => workspace.uploads(cursor.value, signal), [workspace, cursor.value, changes.value]);
  const page = value.value;

  const cancel = async (upload: PendingUpload) => {
    failed.value = undefined;
    try {
      await workspace.cancel(upload.file_id, upload.version_id);
    } catch (reason) {
      failed.value = reason;
    }
    reload();
  };
  const resume = (upload: PendingUpload, file: Dropped) => {
    file.relativePath = pathOf(upload);
    openUploads({ place, folder: '', session, files: [file] });
  };

  return (
    <>
      <h1>Uploads in progress</h1>
      <p class="muted">
        To go on with one, choose its file again: only what is missing is sent. What is not completed is discarded at the time shown.
      </p>
      {failed.value !== undefined && <Problem error={failed.value} retry={reload} />}
      {error.value !== undefined && <Problem error={error.value} retry={reload} />}
      {page?.uploads.length === 0 && <p>Nothing is on its way.</p>}
      {page !== undefined && page.uploads.length > 0 && (
        <div class="card">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">There</th>
                <th scope="col" class="wide">
                  Begun
                </th>
                <th scope="col" class="wide">
                  Discarded
                </th>
                <th scope="col">
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {page.uploads.map((upload) => (
                <tr key={upload.version_id}>
                  <td>
                    <Link href={fileAddress(place, upload.file_id)}>{pathOf(upload)}</Link>
                  </td>
                  <td>
                    <Progress upload={upload} />
                  </td>
                  <td class="wide">
                    {time(upload.created_at)} by {person(upload.created_by)}
                  </td>
                  <td class="wide">{time(upload.discarded_at)}</td>
                  <td>
                    <Resume upload={upload} onFile={(file) => resume(upload, file)} />
                    <button type="button" class="button plain" aria-label={`Cancel ${pathOf(upload)}`} onClick={() => cancel(upload)}>
                      Cancel
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page?.next != null && (
        <button type="button" class="button" onClick={() => (cursor.value = page.next ?? '')}>
          Next page
        </button>
      )}
    </>
  );
}

function Progress({ upload }: { upload: PendingUpload }) {
  const staged = upload.bytes_staged ?? 0;
  if (upload.size === null || upload.size === 0) {
    return <>{size(staged)}</>;
  }
  return (
    <>
      <progress max={upload.size} value={staged} aria-label={`Bytes of ${pathOf(upload)} that are there`} /> {size(staged)} of{' '}
      {size(upload.size)}
    </>
  );
}

function Resume({ upload, onFile }: { upload: PendingUpload; onFile: (file: Dropped) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) {
            onFile(file);
          }
        }}
      />
      <button type="button" class="button plain" aria-label={`Resume ${pathOf(upload)}`} onClick={() => input.current?.click()}>
        Resume
      </button>
    </>
  );
}

function pathOf({ path, name }: PendingUpload): string {
  return (path + name).slice(1);
}
