/** Reads the bytes of versions after they were recorded, and compares them with what was told of them. */
@NullMarked
package dev.fileapi.files.verification;

import org.jspecify.annotations.NullMarked;
