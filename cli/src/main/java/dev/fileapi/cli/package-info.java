/** The command line of File API: pushes, pulls and syncs folders, and lists and changes files. */
@NullMarked
package dev.fileapi.cli;

import org.jspecify.annotations.NullMarked;
