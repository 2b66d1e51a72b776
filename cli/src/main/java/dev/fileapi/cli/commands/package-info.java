/** The commands, each of which reads its arguments and prints what it did. */
@NullMarked
package dev.fileapi.cli.commands;

import org.jspecify.annotations.NullMarked;
