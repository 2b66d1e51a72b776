/** Which service is called, as whom, and how its paths are written. */
@NullMarked
package dev.fileapi.cli.access;

import org.jspecify.annotations.NullMarked;
