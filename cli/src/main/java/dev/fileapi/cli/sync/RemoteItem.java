package dev.fileapi.cli.sync;

import dev.fileapi.client.StoredFile;

/**
 * A file of the workspace.
 *
 * @param path below the folder that is looked at
 * @param file the file
 */
record RemoteItem(String path, StoredFile file) {}
