/** The health of the service. */
@NullMarked
package dev.fileapi.http.health;

import org.jspecify.annotations.NullMarked;
