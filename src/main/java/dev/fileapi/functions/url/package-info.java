/** The URL as the client sent it, through what the Functions host makes of it. */
@NullMarked
package dev.fileapi.functions.url;

import org.jspecify.annotations.NullMarked;
