/** Starts the application: for the Functions worker and for operators' commands. */
@NullMarked
package dev.fileapi.startup;

import org.jspecify.annotations.NullMarked;
