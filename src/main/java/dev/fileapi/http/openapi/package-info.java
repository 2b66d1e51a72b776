/** The description of the API, written once, and the page that shows it. */
@NullMarked
package dev.fileapi.http.openapi;

import org.jspecify.annotations.NullMarked;
