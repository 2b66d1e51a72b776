/** Rebuilds the records from blob storage, and verifies one against the other. */
@NullMarked
package dev.fileapi.files.recovery;

import org.jspecify.annotations.NullMarked;
