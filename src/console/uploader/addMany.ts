import { type Body, type Meta, type MinimalRequiredUppyFile, Uppy, type UppyFile } from '@uppy/core';

/** Files that are prepared without a pause: some tens of milliseconds. */
const PORTION = 250;

/**
 * Adds any number of files without keeping the page from anything else. Uppy's own `addFiles` copies all files for each one that is added:
 * 10,000 take it half a minute. So they are prepared in another instance, some at a time. Restrictions and `onBeforeFileAdded` are not asked.
 *
 * A file that is there already is left as it is, unless its upload has ended: then it may be uploaded again.
 */
export async function addMany<M extends Meta, B extends Body>(uppy: Uppy<M, B>, files: MinimalRequiredUppyFile<M, B>[]): Promise<void> {
  for (let start = 0; start < files.length; start += PORTION) {
    const portion = new Uppy<M, B>({ id: uppy.getID() });
    portion.addFiles(files.slice(start, start + PORTION));
    const added = portion.getFiles().filter((file) => isNew(uppy.getState().files[file.id]));
    uppy.setState({ files: { ...uppy.getState().files, ...Object.fromEntries(added.map((file) => [file.id, file])) } });
    uppy.emit('files-added', added);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function isNew(known: UppyFile<Meta, Body> | undefined): boolean {
  return known === undefined || known.progress.uploadComplete || known.error != null;
}
