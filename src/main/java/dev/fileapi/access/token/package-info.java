/** Checks bearer tokens: Micronaut Security's frame around Nimbus' keys and processor. */
@NullMarked
package dev.fileapi.access.token;

import org.jspecify.annotations.NullMarked;
