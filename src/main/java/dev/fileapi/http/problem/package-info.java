/** Problem documents (RFC 9457) for everything that fails. */
@NullMarked
package dev.fileapi.http.problem;

import org.jspecify.annotations.NullMarked;
