/** The commands of {@code ./fileapi}: running the service on this machine, tokens for it, and what operators and developers run. */
@NullMarked
package dev.fileapi.local.commands;

import org.jspecify.annotations.NullMarked;
