/** Reads the events of blob storage. */
@NullMarked
package dev.fileapi.events;

import org.jspecify.annotations.NullMarked;
