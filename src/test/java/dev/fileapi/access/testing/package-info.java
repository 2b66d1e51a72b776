/** An issuer of tokens, and its keys, for tests. */
@NullMarked
package dev.fileapi.access.testing;

import org.jspecify.annotations.NullMarked;
