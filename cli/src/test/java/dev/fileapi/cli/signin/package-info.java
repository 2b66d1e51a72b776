@NullMarked
package dev.fileapi.cli.signin;

import org.jspecify.annotations.NullMarked;
