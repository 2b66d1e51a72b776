/** Functions that say what they got, to see what the host gives them. */
@NullMarked
package dev.fileapi.local.samples;

import org.jspecify.annotations.NullMarked;
