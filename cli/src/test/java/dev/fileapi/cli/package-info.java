@NullMarked
package dev.fileapi.cli;

import org.jspecify.annotations.NullMarked;
