import createClient, { type Client } from 'openapi-fetch';
import type { Place } from '../router';
import type { Session } from '../session';
import { type ProblemDocument, Refused } from './problem';
import type { components, paths } from './types';

type Schemas = components['schemas'];
export type ListedFile = Schemas['ListedFile'];
export type FileDetails = Schemas['DownloadFileResponse'];
export type FileVersion = NonNullable<FileDetails['versions']>[number];
export type FilePage = Schemas['ListFilesResponse'];
export type PendingUpload = Schemas['UploadListResponse']['uploads'][number];
export type Me = Schemas['CallerResponse'];

export interface ListQuery {
  prefix?: string;
  delimiter?: '/';
  file_name?: string;
  order_by?: string[];
  deleted?: boolean;
}

/** The calls of the API that the pages make. Every one throws {@link Refused} when the service refuses, and TypeError when it is away. */
export class FilesApi {
  private readonly client: Client<paths>;

  constructor(session: Session) {
    this.client = createClient<paths>({ baseUrl: window.location.origin });
    this.client.use({
      onRequest: async ({ request }) => {
        request.headers.set('Authorization', `Bearer ${await session.token()}`);
      },
    });
  }

  async me(): Promise<Me> {
    return taken(await this.client.GET('/file/v2/me'));
  }

  in(place: Place): WorkspaceApi {
    return new WorkspaceApi(this.client, place);
  }
}

const FILES = '/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/files';
const FILE = `${FILES}/{file_id}` as const;
const UPLOADS = '/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/uploads';
const DOWNLOADS = '/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}/downloads';
const PAGE = 500;
/** The most files of one call. */
const BATCH = 1_000;

export class WorkspaceApi {
  private readonly path: { organisation_id: string; workspace_id: string };

  constructor(
    private readonly client: Client<paths>,
    { organisation, workspace }: Place,
  ) {
    this.path = { organisation_id: organisation, workspace_id: workspace };
  }

  /** @param cursor empty for the first page */
  async list(query: ListQuery, cursor: string, signal: AbortSignal): Promise<FilePage> {
    return taken(await this.client.GET(FILES, { params: { path: this.path, query: { ...query, cursor, limit: PAGE } }, signal }));
  }

  async file(id: string, query: { version_id?: string; include_versions?: boolean; disposition?: 'inline' } = {}): Promise<FileDetails> {
    return taken(await this.client.GET(FILE, { params: { path: { ...this.path, file_id: id }, query } }));
  }

  async delete(id: string): Promise<void> {
    taken(await this.client.DELETE(FILE, { params: { path: { ...this.path, file_id: id } } }));
  }

  /** Deletes files; what happened to each is in their order. */
  async deleteAll(ids: string[]): Promise<PromiseSettledResult<void>[]> {
    const results: PromiseSettledResult<void>[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      const body = { files: ids.slice(start, start + BATCH).map((id) => ({ file_id: id })) };
      const { files } = taken(await this.client.POST(`${FILES}/delete`, { params: { path: this.path }, body }));
      results.push(...files.map(({ problem }) => settled(problem)));
    }
    return results;
  }

  async restore(id: string): Promise<void> {
    taken(await this.client.PUT(FILE, { params: { path: { ...this.path, file_id: id }, query: { deleted: false } } }));
  }

  /** Returns whether the version is there already; else its bytes are being copied. */
  async promote(id: string, version: string, etag: string): Promise<boolean> {
    const answer = await this.client.POST(`${FILE}/versions/{version_id}/promote`, {
      params: { path: { ...this.path, file_id: id, version_id: version }, header: { 'If-Match': etag } },
    });
    taken(answer);
    return answer.response.status === 200;
  }

  /** Returns links to download files, for at most the first 1,000, in their order; what is refused is null. */
  async downloads(ids: string[]): Promise<(string | null)[]> {
    const body = { files: ids.slice(0, BATCH).map((id) => ({ file_id: id })) };
    const { downloads } = taken(await this.client.POST(DOWNLOADS, { params: { path: this.path }, body }));
    return downloads.map((item) => ('download' in item ? item.download : null));
  }

  async uploads(cursor: string, signal: AbortSignal): Promise<{ uploads: PendingUpload[]; next: string | null }> {
    const page = taken(
      await this.client.GET(UPLOADS, {
        params: { path: this.path, query: { include_blocks: true, cursor, limit: 100 } },
        signal,
      }),
    );
    return { uploads: page.uploads, next: cursorOf(page.links.next) };
  }

  async cancel(fileId: string, versionId: string): Promise<void> {
    taken(
      await this.client.DELETE(`${FILE}/uploads/{version_id}`, {
        params: { path: { ...this.path, file_id: fileId, version_id: versionId } },
      }),
    );
  }
}

/** Returns the cursor of a page's address; null when there is no such page. */
export function cursorOf(link: string | null): string | null {
  return link === null ? null : new URL(link, window.location.origin).searchParams.get('cursor');
}

function settled(problem: ProblemDocument | undefined): PromiseSettledResult<void> {
  return problem === undefined ? { status: 'fulfilled', value: undefined } : { status: 'rejected', reason: new Refused(problem) };
}

function taken<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (response.ok) {
    return data as T;
  }
  throw new Refused(isProblem(error) ? error : unexplained(response));
}

function isProblem(error: unknown): error is ProblemDocument {
  return typeof error === 'object' && error !== null && 'type' in error && 'status' in error;
}

function unexplained({ status }: Response): ProblemDocument {
  return { type: 'about:blank', title: `The service answered ${status}.`, status, detail: '', instance: '' };
}
