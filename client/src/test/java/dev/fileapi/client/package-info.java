@NullMarked
package dev.fileapi.client;

import org.jspecify.annotations.NullMarked;
