import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Row } from '../listing';
import { fileAddress, folderAddress, go, Link, type Place } from '../router';
import { person, size, time } from './text';
import { VirtualRows } from './VirtualRows';

export type Column = 'name' | 'size' | 'modified_at';

export interface Order {
  by: Column;
  descending: boolean;
}

interface Props {
  place: Place;
  rows: Row[];
  label: string;
  order: Signal<Order | undefined>;
  selected: Signal<Set<string>>;
  /** Whether rows show the folder of a file. */
  withFolder: boolean;
  onEnd: () => void;
  onDelete: () => void;
}

const COLUMNS: [Column, string, string][] = [
  ['name', 'Name', ''],
  ['size', 'Size', 'number'],
  ['modified_at', 'Changed', 'wide'],
];

/** Folders and files in rows, to be sorted, selected and opened with mouse or keyboard. */
export function FileGrid({ place, rows, label, order, selected, withFolder, onEnd, onDelete }: Props) {
  const active = useSignal(-1);
  useEffect(() => {
    active.value = -1;
  }, [label]);

  const toggle = (index: number, range: boolean) => {
    const from = range && active.value >= 0 ? active.value : index;
    const next = new Set(selected.value);
    const wanted = range || !next.has(idOf(rows[index]));
    for (const row of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (row.kind === 'file') {
        next[wanted ? 'add' : 'delete'](row.file.file_id);
      }
    }
    selected.value = next;
    active.value = index;
  };

  const open = (row: Row | undefined) => {
    if (row !== undefined) {
      go(row.kind === 'folder' ? folderAddress(place, row.path) : fileAddress(place, row.file.file_id));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget && event.key !== 'Delete' && !event.key.startsWith('Arrow')) {
      return;
    }
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -rows.length, End: rows.length }[event.key];
    if (move !== undefined) {
      const to = Math.max(0, Math.min(rows.length - 1, active.value + move));
      if (event.shiftKey) {
        toggle(to, true);
      }
      active.value = to;
    } else if (event.key === 'Enter') {
      open(rows[active.value]);
    } else if (event.key === ' ' && active.value >= 0) {
      toggle(active.value, false);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      selected.value = new Set(rows.filter((row) => row.kind === 'file').map(idOf));
    } else if (event.key === 'Escape') {
      selected.value = new Set();
    } else if (event.key === 'Delete' && selected.value.size > 0) {
      onDelete();
    } else {
      return;
    }
    event.preventDefault();
  };

  const sort = (by: Column) => {
    const now = order.value;
    order.value = now?.by === by && now.descending ? undefined : { by, descending: now?.by === by };
  };

  const row = (index: number, transform: string) => {
    const it = rows[index];
    if (it === undefined) {
      return null;
    }
    const id = idOf(it);
    const isSelected = selected.value.has(id);
    return (
      <div
        key={id}
        class="row"
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        style={{ transform, boxShadow: index === active.value ? 'inset 2px 0 var(--colorBrandForeground1)' : '' }}
        onClick={() => {
          active.value = index;
        }}
        onDblClick={() => open(it)}
      >
        <span role="gridcell">
          {it.kind === 'file' && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={`Select ${it.file.name}`}
              checked={isSelected}
              onClick={(event) => {
                event.stopPropagation();
                toggle(index, event.shiftKey);
              }}
            />
          )}
        </span>
        {it.kind === 'folder' ? (
          <span role="gridcell">
            <Icon kind="folder" />
            <Link href={folderAddress(place, it.path)} tabIndex={-1}>
              {it.name}
            </Link>
          </span>
        ) : (
          <span role="gridcell">
            <Icon kind="file" />
            <Link href={fileAddress(place, it.file.file_id)} tabIndex={-1}>
              {withFolder && <span class="muted">{it.file.path.slice(1)}</span>}
              {it.file.name}
            </Link>
          </span>
        )}
        <span role="gridcell" class="number">
          {it.kind === 'file' ? size(it.file.size) : ''}
        </span>
        <span role="gridcell" class="wide">
          {it.kind === 'file' ? time(it.file.modified_at) : ''}
        </span>
        <span role="gridcell" class="wide">
          {it.kind === 'file' ? person(it.file.modified_by) : ''}
        </span>
      </div>
    );
  };

  return (
    <div class="grid" role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-multiselectable={true}>
      <div role="rowgroup">
        <div class="row head" role="row" aria-rowindex={1}>
          <span role="columnheader">
            <span class="visually-hidden">Selected</span>
          </span>
          {COLUMNS.map(([by, title, style]) => (
            <span key={by} role="columnheader" class={style} aria-sort={ariaSort(order.value, by)}>
              <button type="button" onClick={() => sort(by)}>
                {title}
                {order.value?.by === by ? (order.value.descending ? ' ↓' : ' ↑') : ''}
              </button>
            </span>
          ))}
          <span role="columnheader" class="wide">
            By
          </span>
        </div>
      </div>
      <VirtualRows count={rows.length} label={label} active={active.value} row={row} onKeyDown={onKeyDown} onEnd={onEnd} />
    </div>
  );
}

function idOf(row: Row | undefined): string {
  return row === undefined ? '' : row.kind === 'folder' ? row.path : row.file.file_id;
}

function ariaSort(order: Order | undefined, by: Column): 'ascending' | 'descending' | 'none' {
  return order?.by !== by ? 'none' : order.descending ? 'descending' : 'ascending';
}

function Icon({ kind }: { kind: 'folder' | 'file' }) {
  const shape = kind === 'folder' ? 'M2 4h4l2 2h6v7H2z' : 'M4 2h5l3 3v9H4z';
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class={`icon ${kind}`}>
      <path d={shape} />
    </svg>
  );
}
