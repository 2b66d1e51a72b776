import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A file of a dropped folder, with its path in it. */
export interface Dropped extends File {
  relativePath?: string;
}

/** Takes files and folders that are dropped anywhere on the page; the signal says whether some are held over it. */
export function useDrops(take: (files: Dropped[]) => void): Signal<boolean> {
  const over = useSignal(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (hasFiles(event)) {
        event.preventDefault();
        over.value = true;
      }
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) {
        over.value = false;
      }
    };
    const onDrop = async (event: DragEvent) => {
      over.value = false;
      if (!event.defaultPrevented && hasFiles(event)) {
        event.preventDefault();
        take(await filesOf(event.dataTransfer as DataTransfer));
      }
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  });
  return over;
}

/** The entries have to be asked for before the event ends ("The drag data store", HTML standard). */
async function filesOf(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files: Dropped[] = [];
  for (const entry of entries) {
    await collect(entry, '', files);
  }
  return files;
}

async function collect(entry: FileSystemEntry, folder: string, files: Dropped[]): Promise<void> {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file: Dropped = await new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    file.relativePath = path;
    files.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some: FileSystemEntry[] = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return;
    }
    for (const inner of some) {
      await collect(inner, `${path}/`, files);
    }
  }
}
