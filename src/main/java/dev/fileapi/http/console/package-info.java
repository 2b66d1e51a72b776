/** The console: pages in the browser that call the API as any client does. Its own source is in {@code src/console}. */
@NullMarked
package dev.fileapi.http.console;

import org.jspecify.annotations.NullMarked;
