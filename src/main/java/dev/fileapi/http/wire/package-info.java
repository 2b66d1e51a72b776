/** Request and response records, and what writes them. */
@NullMarked
package dev.fileapi.http.wire;

import org.jspecify.annotations.NullMarked;
