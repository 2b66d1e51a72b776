/**
 * A client of File API: uploads, downloads and lists files, with everything that has to be done again done again.
 *
 * <p>{@link dev.fileapi.client.FileApiClient} is where to begin.
 */
@NullMarked
package dev.fileapi.client;

import org.jspecify.annotations.NullMarked;
