/** From a bearer token to its {@link dev.fileapi.access.Caller} and the caller's role in a workspace. */
@NullMarked
package dev.fileapi.access;

import org.jspecify.annotations.NullMarked;
