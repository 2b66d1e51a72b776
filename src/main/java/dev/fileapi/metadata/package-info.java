/** What the adapters of the metadata store share. */
@NullMarked
package dev.fileapi.metadata;

import org.jspecify.annotations.NullMarked;
