/** Which media type bytes have. */
@NullMarked
package dev.fileapi.mediatype;

import org.jspecify.annotations.NullMarked;
