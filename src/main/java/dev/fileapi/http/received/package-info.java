/** Requests as the client sent them, and the ids by which they are found. */
@NullMarked
package dev.fileapi.http.received;

import org.jspecify.annotations.NullMarked;
