import { computed, signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { BASE } from './settings';

/** A page of the console. */
export type Route =
  | { page: 'home' }
  | ({ page: 'folder'; folder: string } & Place)
  | ({ page: 'file'; id: string } & Place)
  | ({ page: 'uploads' } & Place)
  | ({ page: 'deleted' } & Place)
  | { page: 'unknown' };

/** A workspace of an organisation, by ids. */
export interface Place {
  organisation: string;
  workspace: string;
}

const path = signal(window.location.pathname);

window.addEventListener('popstate', () => {
  path.value = window.location.pathname;
});

/** The page that the address names. */
export const route = computed(() => parse(path.value));

/** Goes to a page of the console by its address. */
export function go(address: string, replace = false): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', address);
  path.value = window.location.pathname;
  window.scrollTo(0, 0);
}

export function folderAddress(place: Place, folder: string): string {
  return `${placeAddress(place)}files/${folder.split('/').map(encodeURIComponent).join('/')}`;
}

export function fileAddress(place: Place, id: string): string {
  return `${placeAddress(place)}file/${id}`;
}

export function pageAddress(place: Place, page: 'uploads' | 'deleted'): string {
  return `${placeAddress(place)}${page}`;
}

/** A link that changes the page without loading the console again. */
export function Link({ href, children, ...rest }: JSX.IntrinsicElements['a'] & { href: string; children: ComponentChildren }) {
  const follow = (event: MouseEvent) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(href);
    }
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

function placeAddress({ organisation, workspace }: Place): string {
  return `${BASE}${organisation}/${workspace}/`;
}

function parse(pathname: string): Route {
  if (pathname === BASE || `${pathname}/` === BASE) {
    return { page: 'home' };
  }
  const [organisation, workspace, page, ...rest] = pathname.slice(BASE.length).split('/').map(decoded);
  if (!organisation || !workspace) {
    return { page: 'unknown' };
  }
  const place = { organisation, workspace };
  switch (page) {
    case 'files':
    case '':
    case undefined:
      return { page: 'folder', folder: rest.join('/'), ...place };
    case 'file':
      return { page: 'file', id: rest[0] ?? '', ...place };
    case 'uploads':
    case 'deleted':
      return { page, ...place };
    default:
      return { page: 'unknown' };
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
