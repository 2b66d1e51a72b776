/** The settings of the HTTP API. */
@NullMarked
package dev.fileapi.http.settings;

import org.jspecify.annotations.NullMarked;
