import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ListedFile } from '../api/client';
import { useConsole } from '../context';
import { Listing } from '../listing';
import { Problem } from '../parts/Problem';
import { person, size, time } from '../parts/text';
import { tell } from '../parts/toasts';
import { VirtualRows } from '../parts/VirtualRows';
import type { Place } from '../router';

/** The deleted files that can be restored yet, the last deleted first. */
export function Deleted({ place }: { place: Place }) {
  const { api } = useConsole();
  const workspace = useMemo(() => api.in(place), [place.organisation, place.workspace]);
  const active = useSignal(-1);
  const listing = useMemo(() => new Listing(workspace, { deleted: true, order_by: ['desc:deleted_at'] }), [workspace]);
  useEffect(() => {
    listing.more();
    return () => listing.close();
  }, [listing]);
  const rows = listing.rows.value;

  const restore = async (file: ListedFile) => {
    try {
      await workspace.restore(file.file_id);
      listing.without(new Set([file.file_id]));
      tell(`${file.name} is back in ${file.path}.`);
    } catch (error) {
      listing.error.value = error;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rows[active.value];
    if (move !== undefined) {
      active.value = Math.max(0, Math.min(rows.length - 1, active.value + move));
    } else if (event.key === 'Enter' && event.target === event.currentTarget && row?.kind === 'file') {
      restore(row.file);
    } else {
      return;
    }
    event.preventDefault();
  };
  const line = (index: number, transform: string) => {
    const row = rows[index];
    if (row?.kind !== 'file') {
      return null;
    }
    const { file } = row;
    return (
      <div
        key={file.file_id}
        class="row"
        role="row"
        aria-rowindex={index + 2}
        style={{ transform, boxShadow: index === active.value ? 'inset 2px 0 var(--colorBrandForeground1)' : '' }}
      >
        <span role="gridcell" />
        <span role="gridcell">{(file.path + file.name).slice(1)}</span>
        <span role="gridcell" class="number">
          {size(file.size)}
        </span>
        <span role="gridcell" class="wide">
          {file.deleted_at === null ? '' : time(file.deleted_at)} {file.deleted_by === null ? '' : `by ${person(file.deleted_by)}`}
        </span>
        <span role="gridcell">
          <button type="button" class="button plain" aria-label={`Restore ${file.name}`} onClick={() => restore(file)}>
            Restore
          </button>
        </span>
      </div>
    );
  };

  return (
    <>
      <h1>Deleted files</h1>
      <p class="muted">
        A deleted file can be restored until its retention ends. Where its place is taken meanwhile it comes back under another name.
      </p>
      {listing.error.value !== undefined && <Problem error={listing.error.value} retry={listing.more} />}
      {rows.length === 0 && listing.complete.value ? (
        <p>No file has been deleted.</p>
      ) : (
        <div class="grid deleted" role="grid" aria-label="Deleted files" aria-rowcount={rows.length + 1}>
          <div role="rowgroup">
            <div class="row head" role="row" aria-rowindex={1}>
              <span role="columnheader" />
              <span role="columnheader">Path</span>
              <span role="columnheader" class="number">
                Size
              </span>
              <span role="columnheader" class="wide">
                Deleted
              </span>
              <span role="columnheader">
                <span class="visually-hidden">Actions</span>
              </span>
            </div>
          </div>
          <VirtualRows
            count={rows.length}
            label="Deleted files"
            active={active.value}
            row={line}
            onKeyDown={onKeyDown}
            onEnd={listing.more}
          />
        </div>
      )}
    </>
  );
}
