/**
 * The domain: ids, paths, file and version records, the use cases and the two ports to the outside,
 * {@link dev.fileapi.files.MetadataStore} and {@link dev.fileapi.files.BlobStore}. It knows no Azure, no HTTP and no SQL.
 */
@NullMarked
package dev.fileapi.files;

import org.jspecify.annotations.NullMarked;
