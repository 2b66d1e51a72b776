import { signal } from '@preact/signals';
import { cursorOf, type ListedFile, type ListQuery, type WorkspaceApi } from './api/client';

/** A row of the folder view. */
export type Row = { kind: 'folder'; path: string; name: string } | { kind: 'file'; file: ListedFile };

/** The rows of a list, which grows page by page. */
export class Listing {
  readonly rows = signal<Row[]>([]);
  readonly loading = signal(false);
  readonly error = signal<unknown>(undefined);
  readonly complete = signal(false);
  private next: string | null = '';
  private readonly ended = new AbortController();

  constructor(
    private readonly api: WorkspaceApi,
    private readonly query: ListQuery,
  ) {}

  /** Loads the next page, unless one is being loaded or there is none. */
  more = async (): Promise<void> => {
    if (this.loading.value || this.next === null || this.ended.signal.aborted) {
      return;
    }
    this.loading.value = true;
    this.error.value = undefined;
    try {
      const page = await this.api.list(this.query, this.next, this.ended.signal);
      this.next = cursorOf(page.links.next);
      const folders = (page.folders ?? []).map((path): Row => ({ kind: 'folder', path, name: path.slice(0, -1).split('/').pop() ?? path }));
      const files = page.files.map((file): Row => ({ kind: 'file', file }));
      this.rows.value = [...this.rows.value, ...merged(folders, files, this.query)];
      this.complete.value = this.next === null;
    } catch (error) {
      if (!this.ended.signal.aborted) {
        this.error.value = error;
      }
    } finally {
      this.loading.value = false;
    }
  };

  /** Takes files out of the rows, before the service shows it. */
  without(ids: Set<string>): void {
    this.rows.value = this.rows.value.filter((row) => row.kind === 'folder' || !ids.has(row.file.file_id));
  }

  close(): void {
    this.ended.abort();
  }
}

/** Without an order the service pages folders and files together, by path. */
function merged(folders: Row[], files: Row[], query: ListQuery): Row[] {
  const rows = [...folders, ...files];
  return query.order_by === undefined ? rows.sort((a, b) => compare(pathOf(a), pathOf(b))) : rows;
}

function pathOf(row: Row): string {
  return row.kind === 'folder' ? row.path : (row.file.path + row.file.name).slice(1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
