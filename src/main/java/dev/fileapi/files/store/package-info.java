/** What the domain asks of the outside: the ports to the metadata store, blob storage and metrics, with what they take and return. */
@NullMarked
package dev.fileapi.files.store;

import org.jspecify.annotations.NullMarked;
