/** The {@link dev.fileapi.files.store.BlobStore} on Azure Blob Storage: links by shared access signature, seal by lease and snapshot. */
@NullMarked
package dev.fileapi.blobs.azure;

import org.jspecify.annotations.NullMarked;
