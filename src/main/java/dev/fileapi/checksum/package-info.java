/** Checksums of files' bytes: how they are computed, and which versions get them when. */
@NullMarked
package dev.fileapi.checksum;

import org.jspecify.annotations.NullMarked;
