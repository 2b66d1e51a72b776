import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ListQuery } from '../api/client';
import { changed, changes } from '../changes';
import { useConsole } from '../context';
import { Listing } from '../listing';
import { useDrops } from '../parts/drops';
import { FileGrid, type Order } from '../parts/FileGrid';
import { Problem } from '../parts/Problem';
import { inTurns } from '../parts/inTurns';
import { count } from '../parts/text';
import { tell } from '../parts/toasts';
import { folderAddress, Link, type Place } from '../router';
import { openUploads } from '../uploads';

const SEARCH_AFTER = 250;
const BETWEEN_DOWNLOADS = 400;

/** What is in a folder; with a search, what is below it. */
export function Folder({ place, folder }: { place: Place; folder: string }) {
  const { api, session } = useConsole();
  const workspace = useMemo(() => api.in(place), [place.organisation, place.workspace]);
  const order = useSignal<Order | undefined>(undefined);
  const search = useSignal('');
  const selected = useSignal<Set<string>>(new Set());
  const failed = useSignal<unknown>(undefined);
  const listing = useMemo(
    () => new Listing(workspace, queryOf(folder, search.value, order.value)),
    [workspace, folder, search.value, order.value, changes.value],
  );
  useEffect(() => {
    selected.value = new Set();
    listing.more();
    return () => listing.close();
  }, [listing]);
  useEffect(() => {
    failed.value = undefined;
  }, [workspace, folder]);
  const upload = (files: File[]) => openUploads({ place, folder, session, files });
  const dropping = useDrops(upload);

  const attempt = async (action: () => Promise<void>) => {
    failed.value = undefined;
    try {
      await action();
    } catch (error) {
      failed.value = error;
    }
  };
  const removeSelected = () =>
    attempt(async () => {
      const ids = [...selected.value];
      const results = await workspace.deleteAll(ids);
      const deleted = ids.filter((_, index) => results[index]?.status === 'fulfilled');
      listing.without(new Set(deleted));
      selected.value = new Set();
      if (deleted.length > 0) {
        tell(`${count(deleted.length, 'file')} deleted.`, { label: 'Undo', act: () => restore(deleted) });
      }
      throwFirst(results);
    });
  const restore = (ids: string[]) =>
    attempt(async () => {
      const results = await inTurns(ids, (id) => workspace.restore(id));
      changed();
      throwFirst(results);
    });
  const downloadSelected = () =>
    attempt(async () => {
      for (const link of await workspace.downloads([...selected.value])) {
        if (link !== null) {
          download(link);
          await new Promise((resolve) => setTimeout(resolve, BETWEEN_DOWNLOADS));
        }
      }
    });

  const rows = listing.rows.value;
  const ended = listing.complete.value || listing.error.value !== undefined;
  return (
    <>
      {dropping.value && <div class="dropping">Drop files and folders to upload them here</div>}
      <Breadcrumbs place={place} folder={folder} />
      <div class="tools">
        <button type="button" class="button primary" onClick={() => upload([])}>
          Upload
        </button>
        <button type="button" class="button" disabled={selected.value.size === 0} onClick={downloadSelected}>
          Download
        </button>
        <button type="button" class="button" disabled={selected.value.size === 0} onClick={removeSelected}>
          Delete
        </button>
        <span class="muted" role="status">
          {selected.value.size > 0 ? `${count(selected.value.size, 'file')} selected` : ''}
        </span>
        <Search value={search.value} onSearch={(text) => (search.value = text)} />
      </div>
      {failed.value !== undefined && <Problem error={failed.value} retry={changed} />}
      {listing.error.value !== undefined && <Problem error={listing.error.value} retry={listing.more} />}
      {rows.length === 0 && listing.complete.value && <Empty searched={search.value !== ''} folder={folder} onUpload={() => upload([])} />}
      {(rows.length > 0 || !ended) && (
        <FileGrid
          place={place}
          rows={rows}
          label={folder === '' ? 'Files of the workspace' : `Files in ${folder}`}
          order={order}
          selected={selected}
          withFolder={search.value !== ''}
          onEnd={listing.more}
          onDelete={removeSelected}
        />
      )}
    </>
  );
}

function throwFirst(results: PromiseSettledResult<void>[]): void {
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
}

function queryOf(folder: string, search: string, order: Order | undefined): ListQuery {
  return {
    prefix: folder,
    ...(search === '' ? { delimiter: '/' as const } : { file_name: search }),
    ...(order === undefined ? {} : { order_by: [`${order.descending ? 'desc' : 'asc'}:${order.by}`] }),
  };
}

function download(link: string): void {
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.rel = 'noreferrer';
  anchor.click();
}

function Search({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const timer = useSignal<ReturnType<typeof setTimeout> | undefined>(undefined);
  return (
    <input
      type="search"
      class="field"
      aria-label="Search this folder and those in it, by a part of a name"
      placeholder="Search by name"
      defaultValue={value}
      onInput={(event) => {
        const text = event.currentTarget.value.trim();
        clearTimeout(timer.value);
        timer.value = setTimeout(() => onSearch(text), SEARCH_AFTER);
      }}
    />
  );
}

function Breadcrumbs({ place, folder }: { place: Place; folder: string }) {
  const names = folder.split('/').filter((name) => name !== '');
  return (
    <nav class="crumbs" aria-label="Folder">
      <h1 class="visually-hidden">{names[names.length - 1] ?? 'Files'}</h1>
      <ol>
        <li>
          <Link href={folderAddress(place, '')} {...(names.length === 0 ? { 'aria-current': 'page' } : {})}>
            Files
          </Link>
        </li>
        {names.map((name, index) => (
          <li key={index}>
            <Link
              href={folderAddress(place, `${names.slice(0, index + 1).join('/')}/`)}
              {...(index === names.length - 1 ? { 'aria-current': 'page' } : {})}
            >
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Empty({ searched, folder, onUpload }: { searched: boolean; folder: string; onUpload: () => void }) {
  if (searched) {
    return (
      <div class="centre">
        <h2>Nothing found</h2>
        <p class="muted">No name here or in a folder below contains this. Try a shorter part of the name.</p>
      </div>
    );
  }
  return (
    <div class="centre">
      <h2>{folder === '' ? 'This workspace has no files yet' : 'This folder is empty'}</h2>
      <p class="muted">
        Drag files or whole folders onto this page, or choose them. An upload that breaks off goes on where it stopped, also tomorrow and on
        another machine: choose the same files again. Each upload under a known name becomes a new version; the old ones stay.
      </p>
      <button type="button" class="button primary" onClick={onUpload}>
        Upload files
      </button>
    </div>
  );
}
