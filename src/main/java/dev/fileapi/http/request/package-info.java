/** Reads requests: URLs, queries and headers. */
@NullMarked
package dev.fileapi.http.request;

import org.jspecify.annotations.NullMarked;
