/**
 * The use cases: issue and renew links, commit, read, list, delete and restore. They know no Azure, no HTTP and no SQL; what they need of
 * the outside are the ports in {@link dev.fileapi.files.store}.
 */
@NullMarked
package dev.fileapi.files;

import org.jspecify.annotations.NullMarked;
