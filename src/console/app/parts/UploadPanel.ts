import '@uppy/core/css/style.min.css';
import '@uppy/dashboard/css/style.min.css';
import '../styles/uploads.css';
import { Uppy } from '@uppy/core';
import Dashboard from '@uppy/dashboard';
import { addMany, FileApiUpload } from '../../uploader';
import { changed } from '../changes';
import { panelOpen, type UploadOrder } from '../uploads';

const panels = new Map<string, Uppy>();

/** The dashboard shows a single file as an item without its list, which screen readers need. */
const listed = new MutationObserver(() => document.querySelector('.uppy-Dashboard-files:not([role])')?.setAttribute('role', 'list'));

/** Adds files to the uploads of a folder's panel. */
export function start({ place, folder, session, files }: UploadOrder): void {
  const key = `${place.organisation}/${place.workspace}/${folder}`;
  let uppy = panels.get(key);
  if (uppy === undefined) {
    uppy = made(place, folder, session);
    panels.set(key, uppy);
  }
  show(uppy, folder);
  if (files.length > 0) {
    add(uppy, files)
      .then(() => uppy.upload())
      .catch((error) => uppy.log(String(error), 'warning'));
  }
}

function made(place: UploadOrder['place'], folder: string, session: UploadOrder['session']): Uppy {
  const uppy = new ManyFiles({ allowMultipleUploadBatches: true });
  uppy.use(FileApiUpload, {
    workspace: `${window.location.origin}/file/v2/orgs/${place.organisation}/workspaces/${place.workspace}`,
    token: session.token,
    folder,
  });
  uppy.on('complete', ({ successful }) => {
    if (successful !== undefined && successful.length > 0) {
      changed();
    }
  });
  return uppy;
}

/** The dashboard of one folder is shown at a time; the uploads of the others go on. */
function show(uppy: Uppy, folder: string): void {
  for (const other of panels.values()) {
    const dashboard = other.getPlugin('Dashboard');
    if (dashboard !== undefined && other !== uppy) {
      other.removePlugin(dashboard);
    }
  }
  if (uppy.getPlugin('Dashboard') === undefined) {
    uppy.use(Dashboard, {
      target: '#uploads',
      inline: true,
      width: '100%',
      height: 420,
      fileManagerSelectionType: 'both',
      proudlyDisplayPoweredByUppy: false,
      disableThumbnailGenerator: true,
      singleFileFullScreen: false,
      showRemoveButtonAfterComplete: true,
      theme: 'auto',
      note: `To ${folder === '' ? 'the workspace' : folder}`,
      doneButtonHandler: () => {
        uppy.clear();
        panelOpen.value = false;
      },
    });
    listed.observe(document.getElementById('uploads') as HTMLElement, { childList: true, subtree: true });
  }
}

function add(uppy: Uppy, files: UploadOrder['files']): Promise<void> {
  return addMany(
    uppy,
    files.map((file) => ({
      name: file.name,
      type: file.type,
      data: file,
      source: 'console',
      meta: { relativePath: file.relativePath ?? null } as never,
    })),
  );
}

/** What the dashboard itself adds may be many files, too. */
class ManyFiles extends Uppy {
  override addFiles(files: Parameters<Uppy['addFiles']>[0]): void {
    addMany(this, files).catch((error) => this.log(String(error), 'warning'));
  }
}
